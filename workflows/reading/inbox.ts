import { type InboxEnd, listInbox } from '#db/read/inbox.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { letterState } from './letter-state.ts'

const PAGE = 30

/** One page of the letters of the officer's unit: number, kind, dates, where each stands. Nothing is decrypted, and nothing of a case is named. */
export async function readInbox(house: House, by: Staff, asked: { open: boolean; after: InboxEnd | null }) {
  const rows = await listInbox(house.db, { unit: by.unit, ...asked, most: PAGE + 1 })
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
    })),
    next: last ? { issued: last.issued_on, id: last.id } : null,
    today: dayOf(house.clock.town()),
  }
}
export type Inbox = Awaited<ReturnType<typeof readInbox>>
export type InboxLetter = Inbox['rows'][number]
