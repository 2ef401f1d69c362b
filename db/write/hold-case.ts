import { CompiledQuery } from 'kysely'
import { PREPARED } from '#db/prepared.ts'
import { type SituationColumns, type StoredSituation, storedIn } from '#db/read/situation.ts'
import type { Transaction } from '#db/transaction.ts'
import type { CaseRow } from './cases.ts'

/** By name, each: a statement that the server keeps must not grow with its table. A column left out does not compile. */
const COLUMNS: Record<keyof CaseRow, true> = {
  id: true,
  number: true,
  kind: true,
  complexity: true,
  value: true,
  context: true,
  machine_version: true,
  revision: true,
  life: true,
  holder: true,
  place_unit: true,
  accused: true,
  accused_provisional: true,
  accused_people: true,
  no_dispatch: true,
  reprisal: true,
  urgent: true,
  slow_lane: true,
  main_case: true,
  merged_on: true,
  merged_after: true,
  split_from: true,
  received_on: true,
  accepted_on: true,
  due_on: true,
  due_name: true,
  closed_on: true,
  urgency: true,
  due_order: true,
}
const held = Object.keys(COLUMNS).map((column) => `(held).${column}`)
const QUERY = `${PREPARED} select ${held.join(', ')}, acts, letters, dates, wrapped, hash, settings
  from engine.hold_case($1)`

export type HeldCase = { row: CaseRow; stored: StoredSituation }

/**
 * The case, held until the transaction ends, and all that is stored about it once it is held, in one way to the database
 * and back: whoever comes second waits, and then sees what happened.
 */
export async function holdCase(tx: Transaction, id: string): Promise<HeldCase | undefined> {
  const { rows } = await tx.executeQuery<CaseRow & SituationColumns>(CompiledQuery.raw(QUERY, [id]))
  const [found] = rows
  if (!found) return undefined
  const { acts, letters, dates, wrapped, hash, settings, ...row } = found
  return { row, stored: storedIn({ acts, letters, dates, wrapped, hash, settings }) }
}
