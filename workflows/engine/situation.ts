import { listActs } from '#db/read/journal.ts'
import { listUnits } from '#db/read/units.ts'
import type { Transaction } from '#db/transaction.ts'
import type { CaseRow } from '#db/write/cases.ts'
import { listLiveDeadlines } from '#db/write/deadlines.ts'
import { listLettersInForce } from '#db/write/letters.ts'
import { findLastBrief } from '#db/write/office.ts'

/**
 * What is stored about a case, read when first asked for and then kept: one act asks for little,
 * a page that asks the machine about every act asks for the same things many times.
 */
export function situationOf(tx: Transaction, row: CaseRow) {
  return {
    acts: once(() => listActs(tx, row.id)),
    letters: once(() => listLettersInForce(tx, row.id)),
    dates: once(() => listLiveDeadlines(tx, row.id)),
    units: once(() => listUnits(tx)),
    brief: once(() => findLastBrief(tx, row.id)),
  }
}
export type Situation = ReturnType<typeof situationOf>

export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined
  return () => {
    kept ??= read()
    return kept
  }
}
