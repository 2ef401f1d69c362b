import { z } from 'zod'
import { findCaseFile } from '#db/read/case-file.ts'
import { findUnit } from '#db/read/units.ts'
import { inTransaction } from '#db/transaction.ts'
import { insertReason } from '#db/write/looks.ts'
import type { House } from '#workflows/house.ts'
import { sealText } from '#workflows/protection/cipher.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { caseKeyFor } from './cells.ts'
import { keptFrom } from './known.ts'
import { openTo } from './need-to-know.ts'
import { REASON } from './reason-length.ts'

/**
 * What an officer sees of a case that is not theirs until they say why they open it: what a queue shows. Null where
 * there is none, where they may not know of it, and where no reason is asked.
 */
export async function readClosedCase(house: House, by: Staff, id: string) {
  if (!z.uuid().safeParse(id).success) return null
  const file = await findCaseFile(house.db, id, await keptFrom(house, by))
  if (!file || (await openTo(house, house.db, by, [id]))(id)) return null
  return {
    id: file.id,
    number: file.number,
    life: file.life,
    kind: file.kind === null ? null : { zh: file.name_zh ?? '', en: file.name_en ?? '' },
    place: file.place_unit === null ? null : ((await findUnit(house.db, file.place_unit))?.name ?? null),
    receivedOn: file.received_on,
    due: file.due_on,
    holder: file.holder_name,
  }
}
export type ClosedCase = NonNullable<Awaited<ReturnType<typeof readClosedCase>>>

/**
 * Opens a case for the rest of the day. The reason stands in the look, sealed under the case's key, for the auditor.
 * `unknown` as well where this officer may not know of the case.
 */
export async function giveReason(
  house: House,
  by: Staff,
  id: string,
  typed: string,
): Promise<'opened' | 'tooShort' | 'tooLong' | 'unknown'> {
  const reason = normalText(typed).replace(/\s+/gu, ' ').trim()
  if ([...reason].length < REASON.least) return 'tooShort'
  if ([...reason].length > REASON.most) return 'tooLong'
  if (!(await readClosedCase(house, by, id))) return 'unknown'
  const key = await caseKeyFor(house, id)
  const look = { staff_id: by.id, at: house.clock.town(), page: 'reason', case_id: id }
  await inTransaction(house.db, (tx) =>
    insertReason(tx, look, (row) => sealText(key, { table: 'look', column: 'reason', row }, reason)),
  )
  return 'opened'
}
