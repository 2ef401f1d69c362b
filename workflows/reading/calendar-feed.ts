import { listStoodInFor } from '#db/read/absences.ts'
import { findFeedOwner, listDatesInHand, listDatesOfUnit } from '#db/read/calendar-feed.ts'
import { UNIT_DATES } from '#workflows/case/names.ts'
import { dayOf } from '#workflows/clock.ts'
import { DEADLINES } from '#workflows/deadlines/catalogue.ts'
import { isUnitDate } from '#workflows/deadlines/ladder.ts'
import type { House } from '#workflows/house.ts'
import { icalendar } from '#workflows/notices/icalendar.ts'
import { WORDING } from '#workflows/notices/wording/wording.ts'
import { calendarMac, calendarUid } from '#workflows/protection/calendar-address.ts'
import { ROLES } from '#workflows/roles/roles.ts'
import { CASE_WORKERS, HANDLERS } from '#workflows/roles/stand-in.ts'
import { keptFrom } from './known.ts'

const MOST = 1000
const TOKEN = /^[\w-]{43}$/
/** What the office owes by itself: dates on which nobody is late are nobody's to note. */
const OFFICE_DATES = Object.entries(DEADLINES).flatMap(([name, { lapses }]) =>
  lapses === 'tells' && !isUnitDate(name) ? [name] : [],
)

/**
 * The calendar at a secret address: the days on which something falls due that is in its owner's hands, or in those of
 * whom they stand in for, or owed by their unit. Nothing else is said of any. Null for an address that leads nowhere:
 * unknown, revoked, of a closed account.
 */
export async function readCalendarFeed(house: House, token: string): Promise<string | null> {
  const { db, clock, keys, settings } = house
  const owner = TOKEN.test(token) ? await findFeedOwner(db, calendarMac(keys, token)) : undefined
  if (!owner) return null
  const roles = ROLES.filter((role) => owner.roles?.includes(role))
  const holds = (family: readonly string[]) => roles.some((role) => family.includes(role))
  const now = clock.town()
  const stoodInFor = await listStoodInFor(db, dayOf(now), owner.id)
  const away = await keptFrom(house, { kind: 'staff', id: owner.id, roles, unit: owner.unit_id })
  const holders = [owner.id, ...stoodInFor.map(({ id }) => id)]
  const dates = [
    ...(holds(CASE_WORKERS) ? await listDatesInHand(db, { holders, away, names: OFFICE_DATES, most: MOST }) : []),
    ...(holds(HANDLERS) ? await listDatesOfUnit(db, { unit: owner.unit_id, names: UNIT_DATES, most: MOST }) : []),
  ]
  const { calendar, entry } = WORDING[owner.language]
  const host = new URL(settings.publicUrl).hostname
  return icalendar({
    name: calendar,
    summary: entry,
    stamp: now,
    entries: dates.map(({ id, due_on }) => ({ uid: `${calendarUid(keys, owner.id, id)}@${host}`, on: due_on })),
  })
}
