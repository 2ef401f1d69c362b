import {
  findOrder,
  findReferral,
  listOrders,
  listOrdersOf,
  listReferralsOf,
  type PlaceInOrders,
} from '#db/read/supervision.ts'
import { findCase } from '#db/read/cases.ts'
import { listNotesWithNames } from '#db/read/case-work.ts'
import { type Database, inTransaction } from '#db/transaction.ts'
import type { CaseEventType } from '#workflows/case/events.ts'
import { dayOf } from '#workflows/clock.ts'
import { possibleActs } from '#workflows/engine/may.ts'
import { referralSheet } from '#workflows/engine/referral-sheet.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { type Cells, cellsOf } from './cells.ts'
import { keptFrom, recordLook } from './known.ts'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const PAGE = 50

type ListedOrder = Awaited<ReturnType<typeof listOrders>>[number]
/** Where an order stands: the unit owes an answer, the supervisor a word on it, or nobody anything. */
export const orderState = (order: { answered_on: string | null; settled_on: string | null }) =>
  order.settled_on !== null
    ? ('settled' as const)
    : order.answered_on !== null
      ? ('answered' as const)
      : ('open' as const)
export type OrderState = ReturnType<typeof orderState>

/** An order in its clear columns: number, unit, letter, dates. */
export const orderLine = (row: ListedOrder) => ({
  id: row.id,
  number: row.number,
  unit: { id: row.unit_id, name: row.unit_name },
  letter: row.letter_number,
  issuedOn: row.issued_on,
  answerBy: row.answer_by,
  answeredOn: row.answered_on,
  state: orderState(row),
})
export type OrderLine = ReturnType<typeof orderLine>

/** One page of orders: those that stand, by the day of their answer, or those that are settled, the newest first. */
export async function readOrderList(
  house: House,
  by: Staff,
  { open, after }: { open: boolean; after: PlaceInOrders | null },
) {
  const away = await keptFrom(house, by)
  const rows = await listOrders(house.db, { away, open, unit: null, after, most: PAGE + 1 })
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return {
    today: dayOf(house.clock.town()),
    orders: rows.slice(0, PAGE).map(orderLine),
    next: last ? { day: open ? last.answer_by : last.issued_on, id: last.id } : null,
  }
}

type WordedOrder = Awaited<ReturnType<typeof listOrdersOf>>[number]
/** An order with what it says and what came back, in words. */
export const openOrder = (cells: Cells, row: WordedOrder) => ({
  ...orderLine(row),
  track: row.track,
  settledOn: row.settled_on,
  text: cells.open('note', 'body', row.note_id, row.body),
  answer: row.answer_note_id && row.answer_body && cells.open('note', 'body', row.answer_note_id, row.answer_body),
})
export type OpenOrder = ReturnType<typeof openOrder>

/** The orders and referrals of one case, for a reading that has checked who asks. */
export const readCaseSupervision = async (db: Database, cells: Cells, caseId: string) => ({
  orders: (await listOrdersOf(db, caseId)).map((row) => openOrder(cells, row)),
  referrals: (await listReferralsOf(db, caseId)).map(({ id, number, referred_on, concluded_on }) => ({
    id,
    number,
    on: referred_on,
    concludedOn: concluded_on,
  })),
})

/** One order as it is filed, with what may be done about it now; the look goes on record. Null for what may not be known of. */
export async function readOrderPage(house: House, by: Staff, id: string) {
  const away = await keptFrom(house, by)
  const row = UUID.test(id) ? await findOrder(house.db, id, away) : undefined
  if (!row) return null
  const cells = (await cellsOf(house.db, house.keys, [row.case_id]))(row.case_id)
  const newest = (await listOrdersOf(house.db, row.case_id)).findLast(({ track }) => track === row.track)
  const acts = newest?.id === row.id ? await actsOn(house, by, row.case_id, row.track) : []
  await recordLook(house, by, row.case_id, 'oversight')
  return {
    ...openOrder(cells, row),
    case: { id: row.case_id, number: row.case_number, revision: row.revision },
    maySettle: acts.includes('settleOrder'),
    mayOrder: acts.includes('issueOrder'),
    today: dayOf(house.clock.town()),
  }
}
export type OrderPage = NonNullable<Awaited<ReturnType<typeof readOrderPage>>>

/** One referral as it left, and beside it what came of it; the look goes on record. Null for what may not be known of. */
export async function readReferralPage(house: House, by: Staff, id: string) {
  const away = await keptFrom(house, by)
  const row = UUID.test(id) ? await findReferral(house.db, id, away) : undefined
  if (!row) return null
  const cells = (await cellsOf(house.db, house.keys, [row.case_id]))(row.case_id)
  const sheet = cells.open('referral', 'sheet', row.id, row.sheet)
  const acts = row.concluded_on === null ? await actsOn(house, by, row.case_id, null) : []
  const notes = await listNotesWithNames(house.db, row.case_id)
  const conclusion = notes.findLast(({ about, at }) => about === 'concludeReferral' && dayOf(at) === row.concluded_on)
  await recordLook(house, by, row.case_id, 'oversight')
  return {
    id: row.id,
    number: row.number,
    on: row.referred_on,
    concludedOn: row.concluded_on,
    conclusion: conclusion ? cells.open('note', 'body', conclusion.id, conclusion.body) : null,
    /** null where the case was erased */
    sheet: sheet === '' ? null : referralSheet.parse(JSON.parse(sheet)),
    case: { id: row.case_id, number: row.case_number, revision: row.revision },
    mayConclude: acts.includes('concludeReferral'),
  }
}
export type ReferralPage = NonNullable<Awaited<ReturnType<typeof readReferralPage>>>

/** What the machine takes from this officer on this case, on one side where it is about one. */
const actsOn = (house: House, by: Staff, caseId: string, track: string | null): Promise<CaseEventType[]> =>
  inTransaction(house.db, async (tx) => {
    const row = await findCase(tx, caseId)
    const possible = row ? await possibleActs(house, tx, row, by) : []
    return possible.flatMap(({ type, variants }) =>
      track === null || variants.some((one) => 'track' in one && one.track === track) ? [type] : [],
    )
  })
