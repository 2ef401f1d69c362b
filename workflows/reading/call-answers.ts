import { countCallAnswers, listCallAnswers } from '#db/read/call-answers.ts'
import { answersTo, shutsOut } from '#workflows/assignment/answers.ts'
import { knownRules } from '#workflows/engine/known-rules.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { split } from './case-said.ts'
import { cellsOf } from './cells.ts'
import { recordLooks } from './known.ts'

/** Answers in one file. */
export const MOST_ANSWERS = 5000
const CODED = ['refusal', 'noReply']
/** Where a case goes that accuses the office: to the level above the office's own. */
const ABOVE = { city: 'province', county: 'city', township: 'county', village: 'township' } as const

/** How many calls have an answer that their sender has not got yet, and how many have one at all. */
export async function countAnswers(house: House, by: Staff) {
  const units = await unitsFor(house, by)
  return {
    waiting: await countCallAnswers(house.db, { ...units, again: false }),
    all: await countCallAnswers(house.db, { ...units, again: true }),
  }
}

/**
 * The sender's own number of each call and what its reporter was told, nothing else; each case gets its look. `code`: a
 * reason or ground by its name; of what was handed up the level it went to, and not a word: they were written for a
 * reporter with a code, about the office itself.
 */
export async function readAnswers(house: House, by: Staff, { again }: { again: boolean }) {
  const rows = await listCallAnswers(house.db, { ...(await unitsFor(house, by)), again, most: MOST_ANSWERS })
  const cells = await cellsOf(house.db, house.keys, [...new Set(rows.flatMap((row) => [row.case_id, row.told_in]))])
  const level = rows.some(({ about }) => about === 'handedUp') ? await levelAbove(house) : null
  if (rows.length > 0) await recordLooks(house, by, [...new Set(rows.map(({ case_id }) => case_id))], 'callAnswers')
  return rows.flatMap(({ report_id, order_number, case_id, about, message_id, body, told_in }) => {
    if (!order_number) return []
    const order = cells(case_id).open('hotline_call', 'order_number', report_id, order_number)
    if (about === 'handedUp') return [{ report: report_id, order, about, code: level, text: '' }]
    const said = cells(told_in).open('message', 'body', message_id, body)
    return [{ report: report_id, order, about, ...split(said, CODED.includes(about)) }]
  })
}

/**
 * Nobody but discipline reads a case that accuses the office, and whoever called would never hear of it: that it was
 * handed up, and no more, may be written out by everybody who does not answer to the accused.
 */
async function unitsFor(house: House, by: Staff) {
  const { units } = await knownRules(house)
  return { away: shutsOut(units, by), above: [by.unit, ...answersTo(units, by.unit), by.id] }
}

async function levelAbove(house: House): Promise<(typeof ABOVE)[keyof typeof ABOVE]> {
  const { units } = await knownRules(house)
  // every unit after the ones it answers to
  return ABOVE[units.find(({ kind }) => kind === 'office')?.level ?? 'city']
}
export type CallAnswer = Awaited<ReturnType<typeof readAnswers>>[number]
