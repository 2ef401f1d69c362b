import { listDates, listDatesGiven } from '#db/read/case-file.ts'
import type { CaseRow } from '#db/read/cases.ts'
import type { Transaction } from '#db/transaction.ts'
import type { Label } from '#workflows/case/label.ts'
import type { Day } from '#workflows/clock.ts'
import { addWorkingDays } from '#workflows/deadlines/working-days.ts'
import { knownRules } from '#workflows/engine/known-rules.ts'
import type { House } from '#workflows/house.ts'

/**
 * What the office owes next; the rest is owed by others, or by the reporter. The date of the letters is none of it: it
 * moves with the days that whoever the brief rests on has to object.
 */
const OWED = ['triage', 'verification', 'findingReview', 'signature', 'review', 'reply', 'redoRuling']

export type Owed = { name: string; on: Day } | null

/** The next date of the office's that a reporter reads, where their case is their own. */
export function owedOn(dates: Awaited<ReturnType<typeof listDates>>): Owed {
  const next = dates.find(({ name, state }) => OWED.includes(name) && state === 'open')
  return next ? { name: next.name, on: next.due_on } : null
}

/**
 * The same of a merged case, until it says that it is one: never a date of its main case. The one its own case was given,
 * or, where it was given none, as late as one would be that came in on its own day.
 */
export async function owedAlone(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  tx: Transaction,
  own: CaseRow,
  { label, today }: { label: Label; today: Day },
): Promise<Owed> {
  const name = label === 'received' ? 'triage' : label === 'verifying' ? 'verification' : null
  if (name === null) return null
  const given = (await listDatesGiven(tx, own.id, name)).at(-1)?.due_on
  const { calendar, lengths } = await knownRules({ db, clock }, { db: tx })
  const daysOf = (date: 'triage' | 'verification') => lengths(date, own).days
  const on = given ?? addWorkingDays(calendar, own.received_on, daysOf('triage') + daysOf('verification')).due
  return on < today ? null : { name, on }
}
