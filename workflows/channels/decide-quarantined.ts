import { inTransaction, type Transaction } from '#db/transaction.ts'
import { lockQuarantined, markDecided } from '#db/write/quarantine.ts'
import { findQuarantined } from '#db/read/quarantine.ts'
import { dayOf } from '#workflows/clock.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { ask } from '#workflows/engine/errands.ts'
import { appendToJournal } from '#workflows/engine/journal.ts'
import type { House } from '#workflows/house.ts'
import { type DataKey, sealText } from '#workflows/protection/cipher.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import { keptFrom } from '#workflows/reading/known.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { REPORT_LIMITS } from './report.ts'

const MOST_GROUNDS = 2000

/** `stale`: somebody decided meanwhile, and how. `unknown`: there is none that this officer may know of. */
export type Decided =
  | { kind: 'released' }
  | { kind: 'rejected' }
  | { kind: 'stale'; state: 'released' | 'rejected' }
  | { kind: 'invalid'; field: 'text' | 'grounds'; problem: 'missing' | 'tooLong' }
  | { kind: 'unknown' }

/** Makes a report of a mail: with these words, which the officer read and confirmed. The worker takes it in, once. */
export const releaseMail = (house: House, by: Staff, id: string, said: { seen: number; text: string }) =>
  decide(house, by, id, {
    field: 'text',
    state: 'released',
    most: REPORT_LIMITS.text,
    seen: said.seen,
    words: said.text,
  })

/** Says that a mail is no report, for a stated reason; it is kept for its term. Nothing goes back to whoever sent it. */
export const rejectMail = (house: House, by: Staff, id: string, said: { seen: number; grounds: string }) =>
  decide(house, by, id, {
    field: 'grounds',
    state: 'rejected',
    most: MOST_GROUNDS,
    seen: said.seen,
    words: said.grounds,
  })

type Deciding = {
  field: 'text' | 'grounds'
  state: 'released' | 'rejected'
  most: number
  seen: number
  words: string
}

async function decide(house: House, by: Staff, id: string, deciding: Deciding): Promise<Decided> {
  const { field, state, most, seen } = deciding
  if (!(await findQuarantined(house.db, id, await keptFrom(house, by)))) return { kind: 'unknown' }
  const words = normalText(deciding.words).trim()
  return inTransaction(house.db, async (tx): Promise<Decided> => {
    const row = await lockQuarantined(tx, id)
    if (!row) return { kind: 'unknown' }
    // the same click twice
    if (row.state === state && row.decided_by === by.id && row.revision === seen + 1) return { kind: state }
    if (row.state !== 'waiting') return { kind: 'stale', state: row.state }
    if (words === '') return { kind: 'invalid', field, problem: 'missing' }
    if (words.length > most) return { kind: 'invalid', field, problem: 'tooLong' }
    const key = await caseKey(tx, house.keys, id)
    await keep(house, tx, by, key, id, state, words)
    return { kind: state }
  })
}

async function keep(
  { clock }: House,
  tx: Transaction,
  by: Staff,
  key: DataKey,
  id: string,
  state: 'released' | 'rejected',
  text: string,
): Promise<void> {
  const column = state === 'released' ? 'words' : 'grounds'
  const sealed = sealText(key, { table: 'quarantine', column, row: id }, text)
  await markDecided(tx, id, { state, by: by.id, on: dayOf(clock.town()), [column]: sealed })
  await appendToJournal(tx, key, {
    subject: 'mail',
    subjectId: id,
    at: clock.town(),
    actor: { kind: 'staff', id: by.id, role: by.roles[0] ?? null },
    type: state === 'released' ? 'releaseMail' : 'rejectMail',
    from: 'waiting',
    to: state,
    payload: { text },
  })
  if (state === 'released')
    await ask(tx, by, { task: 'release-mail', key: `release:${id}`, caseId: null, payload: { mail: id } })
}
