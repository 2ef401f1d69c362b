import { listMessagesOf, listReportsOf } from '#db/read/case-said.ts'
import { type CaseRow, listCasesTogether } from '#db/read/cases.ts'
import type { Transaction } from '#db/transaction.ts'
import type { Teller } from '#workflows/assignment/rests-on.ts'
import type { Day } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { caseKey } from './case-key.ts'

/** A reporter of a case or of one that follows the same: where their own words are, and what they said. */
export type CaseTeller = Teller & { caseId: string; receivedOn: Day; withdrawn: boolean }

/**
 * Everybody whose words the office has before it on this case: of its own report, and of the reports of every case that
 * was merged with it, each with all they said so far.
 */
export async function tellersOf(
  house: House,
  tx: Transaction,
  row: Pick<CaseRow, 'id' | 'main_case'>,
): Promise<CaseTeller[]> {
  const tellers: CaseTeller[] = []
  for (const { id: caseId, received_on } of await listCasesTogether(tx, row)) {
    const key = await caseKey(tx, house.keys, caseId)
    const messages = await listMessagesOf(tx, [caseId])
    for (const report of await listReportsOf(tx, [caseId])) {
      const about = (['body', 'place', 'unit', 'happened'] as const).map((column) => {
        const sealed = report[column]
        return sealed ? openText(key, { table: 'report', column, row: report.id }, sealed) : ''
      })
      const said = messages
        .filter(({ said_by, report_id }) => said_by === 'reporter' && report_id === report.id)
        .map(({ id, body }) => openText(key, { table: 'message', column: 'body', row: id }, body))
      tellers.push({
        report: report.id,
        caseId,
        receivedOn: received_on,
        withdrawn: report.withdrawn,
        words: [...about, ...said].join('\n'),
      })
    }
  }
  return tellers
}
