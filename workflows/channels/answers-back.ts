import { inTransaction } from '#db/transaction.ts'
import { markCallsAnswered } from '#db/write/hotline.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { type CallAnswer, readAnswers } from '#workflows/reading/call-answers.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** The answers to be given back to those who sent calls by an order number, from now on marked as given. */
export async function answersBack(house: House, by: Staff, asked: { again: boolean }): Promise<CallAnswer[]> {
  const answers = await readAnswers(house, by, asked)
  const reports = answers.map(({ report }) => report)
  if (reports.length > 0)
    await inTransaction(house.db, (tx) => markCallsAnswered(tx, reports, dayOf(house.clock.town())))
  return answers
}
