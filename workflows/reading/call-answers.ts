import { countCallAnswers, listCallAnswers } from '#db/read/call-answers.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { split } from './case-said.ts'
import { cellsOf } from './cells.ts'
import { keptFrom, recordLooks } from './known.ts'

/** Answers in one file. */
export const MOST_ANSWERS = 5000
const CODED = ['refusal', 'noReply']

/** How many calls have an answer that their sender has not got yet, and how many have one at all. */
export async function countAnswers(house: House, by: Staff) {
  const away = await keptFrom(house, by)
  return { waiting: await countCallAnswers(house.db, away, false), all: await countCallAnswers(house.db, away, true) }
}

/**
 * The sender's own number of each call and what its reporter was told, nothing else; each case gets its look. `code`: a
 * reason or ground by its name.
 */
export async function readAnswers(house: House, by: Staff, { again }: { again: boolean }) {
  const away = await keptFrom(house, by)
  const rows = await listCallAnswers(house.db, { away, again, most: MOST_ANSWERS })
  const cells = await cellsOf(house.db, house.keys, [...new Set(rows.flatMap((row) => [row.case_id, row.told_in]))])
  if (rows.length > 0) await recordLooks(house, by, [...new Set(rows.map(({ case_id }) => case_id))], 'callAnswers')
  return rows.flatMap(({ report_id, order_number, case_id, about, message_id, body, told_in }) => {
    if (!order_number) return []
    const said = cells(told_in).open('message', 'body', message_id, body)
    const order = cells(case_id).open('hotline_call', 'order_number', report_id, order_number)
    return [{ report: report_id, order, about, ...split(said, CODED.includes(about)) }]
  })
}
export type CallAnswer = Awaited<ReturnType<typeof readAnswers>>[number]
