import { listDates } from '#db/read/case-file.ts'
import type { CaseRow, ReportRow } from '#db/read/cases.ts'
import type { Transaction } from '#db/transaction.ts'
import type { Finding } from '#workflows/case/names.ts'
import { addDays, type Day, startOf } from '#workflows/clock.ts'
import { contextOf } from './thread-label.ts'

type Follows = { report: ReportRow; own: CaseRow; main: CaseRow | undefined; lettersOut: boolean }

/**
 * What is so of a report, for the sentences of its thread: each is a promise. Of a merged one the finding and the dates
 * are those of its main case, and are not told.
 */
export async function standsOf(tx: Transaction, { report, own, main, lettersOut }: Follows) {
  const context = contextOf(own)
  const isTold = lettersOut && !main && !report.withdrawn
  const dates = isTold ? await listDates(tx, own.id) : []
  const answers = dates.filter(({ name, state }) => name === 'rectification' && state === 'open')
  const finding: Finding | null = isTold ? context.finding : null
  return {
    withdrawn: report.withdrawn || context.withdrawn,
    finding,
    /** one of the units says that it is not for them, and nobody has ruled yet */
    disputed: isTold && JSON.stringify(own.value).includes('"disputed"'),
    /** the end of the week in which the last of the answers is owed */
    answersBy: own.life === 'rectifying' && answers.length > 0 ? weekEnd(answers.map(({ due_on }) => due_on)) : null,
    lookedBack: isTold && (own.life === 'lookBack' || dates.some(({ name }) => name === 'lookBackStart')),
    struckOff: own.life === 'struckOff',
  }
}

/** The Sunday on or after the latest of the days. Midnight in Shanghai is still the day before in UTC, hence the one. */
function weekEnd(days: readonly Day[]): Day {
  const last = [...days].sort().at(-1) ?? ''
  return addDays(last, (7 - ((startOf(last).getUTCDay() + 1) % 7)) % 7)
}
