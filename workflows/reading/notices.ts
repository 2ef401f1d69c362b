import { countUnread, listNotices, type NoticesOf } from '#db/read/notices.ts'
import type { House } from '#workflows/house.ts'
import { ACCOUNT_NOTICE_NAMES, TO_LETTERS_UNIT, TO_OVERSIGHT } from '#workflows/notices/catalogue.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { CASE_READERS, HANDLERS, OVERSEERS } from '#workflows/roles/stand-in.ts'
import { keptFrom } from './known.ts'

/** Counting stops where the page says 99+. */
export const MOST_UNREAD = 100

/** Where a notice leads, and how that is called to its reader: a unit knows its letter, and no case. */
export type NoticeSubject =
  | { at: 'case'; id: string; number: string }
  | { at: 'letter'; id: string; number: string }
  | { at: 'typicalCase'; id: string }
  /** `number`: of the letter whose date it is, if it is a unit's */
  | { at: 'oversight'; number: string | null }
  | { at: 'accounts' }

/** An officer's notices, the newest first; those about what they may no longer know are not there. */
export async function readNotices(house: House, by: Staff, asked: { unread: boolean; most: number }) {
  const rows = await listNotices(house.db, { ...(await noticesOf(house, by)), ...asked })
  return rows.flatMap((row) => {
    const subject = subjectOf(row)
    return subject ? [{ id: row.id, name: row.name, on: row.created_on, read: row.read_on !== null, subject }] : []
  })
}
export type NoticeLine = Awaited<ReturnType<typeof readNotices>>[number]

/** How many an officer has not read, at most `MOST_UNREAD`. */
export const countUnreadNotices = async (house: House, by: Staff): Promise<number> =>
  countUnread(house.db, { ...(await noticesOf(house, by)), most: MOST_UNREAD })

const noticesOf = async (house: House, by: Staff): Promise<NoticesOf> => ({
  staff: by.id,
  unit: by.unit,
  away: await keptFrom(house, by),
  unitNames: TO_LETTERS_UNIT,
  oversightNames: TO_OVERSIGHT,
  // what came to somebody in another office of theirs is not theirs to read in this one
  may: {
    cases: by.roles.some((role) => CASE_READERS.includes(role)),
    letters: by.roles.some((role) => HANDLERS.includes(role)),
    oversight: by.roles.some((role) => OVERSEERS.includes(role)),
  },
})

function subjectOf(row: Awaited<ReturnType<typeof listNotices>>[number]): NoticeSubject | null {
  if (TO_LETTERS_UNIT.includes(row.name))
    return row.letter_id && row.letter_number ? { at: 'letter', id: row.letter_id, number: row.letter_number } : null
  if (TO_OVERSIGHT.includes(row.name)) return { at: 'oversight', number: row.number_in_force }
  if (ACCOUNT_NOTICE_NAMES.some((name) => name === row.name)) return { at: 'accounts' }
  if (row.case_id && row.number) return { at: 'case', id: row.case_id, number: row.number }
  return row.typical_case_id ? { at: 'typicalCase', id: row.typical_case_id } : null
}
