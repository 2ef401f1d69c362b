import { z } from 'zod'
import { type HotlineImportRow, listImportRows } from '#db/read/hotline.ts'
import { markHotlineImport, markImportRow } from '#db/write/hotline.ts'
import { askForCalls } from '#workflows/channels/call-import.ts'
import { takeCall } from '#workflows/channels/take-call.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import type { House } from '#workflows/house.ts'
import { rowPlace, storedCall } from '#workflows/imports/stored-call.ts'
import { type DataKey, openText } from '#workflows/protection/cipher.ts'
import type { Doer } from './do-errand.ts'

/** Rows taken by one errand: what is broken off is begun again from here. */
const AT_ONCE = 100
const payload = z.object({ import: z.uuid() })

/**
 * Takes the next calls of an import, each in a transaction of its own, and asks for those after them. The report of a row
 * has its id beforehand: taken twice, it is there once.
 */
export const takeCalls: Doer = async (house, tx, errand) => {
  const { import: id } = payload.parse(errand.payload)
  const rows = await listImportRows(house.db, { id, outcome: 'waiting', last: 0, most: AT_ONCE })
  const key = rows.length > 0 ? await caseKey(house.db, house.keys, id) : null
  for (const row of rows) if (key) await takeRow(house, key, row)
  const last = rows.at(-1)
  if (last) await askForCalls(tx, { kind: 'clock' }, id, last.position)
  else await markHotlineImport(tx, id, 'done')
}

async function takeRow(house: House, key: DataKey, row: HotlineImportRow): Promise<void> {
  const { import_id: id, position, sealed, report_id } = row
  if (!sealed || !report_id) throw new Error('a row waits without its words')
  const call = { ...storedCall.parse(JSON.parse(openText(key, rowPlace(id, position), sealed))), problem: null }
  const taken = await takeCall(house, { call, source: 'import', id: report_id })
  const [outcome, reason, report] =
    taken.outcome === 'report'
      ? (['report', null, taken.id] as const)
      : taken.outcome === 'duplicate'
        ? (['duplicate', 'before', taken.id] as const)
        : (['refused', taken.reason, null] as const)
  await markImportRow(house.db, { id, position }, { outcome, reason, report })
}
