import { findActiveColleague } from '#db/read/colleagues.ts'
import type { UnitRow } from '#db/read/units.ts'
import { type CaseRow, markCaseHeldBy } from '#db/write/cases.ts'
import type { Transaction } from '#db/transaction.ts'
import { mayNotKnow } from '#workflows/assignment/answers.ts'

/**
 * Whoever comes to answer to the accused, or is accused by name, does not see the case any more: it waits for somebody who may. Answers with
 * whose it was, null where it stays as it is.
 */
export async function releaseFrom(
  tx: Transaction,
  row: CaseRow,
  units: readonly UnitRow[],
  accused: readonly string[],
): Promise<string | null> {
  const holder = row.holder === null ? undefined : await findActiveColleague(tx, row.holder)
  if (!holder || !mayNotKnow(units, { id: holder.id, unit: holder.unit_id }, accused)) return null
  await markCaseHeldBy(tx, row.id, null)
  return row.holder
}
