import { type InboxEnd, listInbox, type Owed } from '#db/read/inbox.ts'
import { dayOf } from '#workflows/clock.ts'
import { explainEn, explainZh } from '#workflows/deadlines/explain.ts'
import { RUNGS } from '#workflows/deadlines/ladder.ts'
import { addWorkingDays, type Calendar } from '#workflows/deadlines/working-days.ts'
import { knownRules } from '#workflows/engine/known-rules.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { letterState } from './letter-state.ts'

const PAGE = 30

/** One page of the letters of the officer's unit: number, kind, dates, where each stands. Nothing is decrypted, and nothing of a case is named. */
export async function readInbox(house: House, by: Staff, asked: { open: boolean; after: InboxEnd | null }) {
  const rows = await listInbox(house.db, { unit: by.unit, officer: by.id, ...asked, most: PAGE + 1 })
  const { calendar } = await knownRules(house)
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return {
    rows: rows.slice(0, PAGE).map((letter) => ({
      id: letter.id,
      number: letter.number,
      kind: letter.name_zh === null ? null : { zh: letter.name_zh, en: letter.name_en ?? letter.name_zh },
      issuedOn: letter.issued_on,
      dueOn: letter.superseded ? null : letter.due_on,
      state: letterState(letter),
      lead: letter.lead,
      ...(letter.superseded ? NOTHING_OWED : owedOn(letter.owed ?? [], calendar)),
    })),
    next: last ? { issued: last.issued_on, id: last.id } : null,
    today: dayOf(house.clock.town()),
  }
}
const NOTHING_OWED = { rung: null, explained: null, toAnswer: null }

/** The highest card among a letter's dates, how its due date is counted where it can be, and by when an order is answered. */
function owedOn(owed: readonly Owed[], calendar: Calendar) {
  const rungs = owed.map(({ rung }) => RUNGS.findIndex((each) => each === rung))
  const rectification = owed.find(({ name }) => name === 'rectification')
  return {
    rung: RUNGS[Math.max(-1, ...rungs)] ?? null,
    explained: rectification ? explainedFrom(rectification, calendar) : null,
    toAnswer: owed.find(({ name }) => name === 'orderAnswer')?.due_on ?? null,
  }
}

/** A date that was moved, or stood still, cannot be counted out from its start. */
function explainedFrom({ set_on, due_on, days }: Owed, calendar: Calendar) {
  const counted = addWorkingDays(calendar, set_on, days)
  return counted.due === due_on ? { zh: explainZh(set_on, days, counted), en: explainEn(set_on, days, counted) } : null
}

export type Inbox = Awaited<ReturnType<typeof readInbox>>
export type InboxLetter = Inbox['rows'][number]
