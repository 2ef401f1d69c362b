import { listStoodInFor } from '#db/read/absences.ts'
import { findFeedOwner, listDatesClaimed, listDatesInHand, listDatesOfUnit } from '#db/read/calendar-feed.ts'
import { UNIT_DATES } from '#workflows/case/names.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { icalendar } from '#workflows/notices/icalendar.ts'
import { WORDING } from '#workflows/notices/wording/wording.ts'
import { calendarMac, calendarUid } from '#workflows/protection/calendar-address.ts'
import { ROLES } from '#workflows/roles/roles.ts'
import { CASE_READERS, HANDLERS } from '#workflows/roles/stand-in.ts'
import { claimsOf, DATES_IN_HAND } from './dates-owed.ts'
import { keptFrom } from './known.ts'

const MOST = 1000
const TOKEN = /^[\w-]{43}$/

/**
 * The calendar at a secret address: the days on which something falls due that is in its owner's hands, or in those of
 * whom they stand in for, that waits for their signature or ruling, or that their unit owes. Nothing else is said of any. Null for an address that leads nowhere:
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
    ...(holds(CASE_READERS) ? await listDatesInHand(db, { holders, away, names: DATES_IN_HAND, most: MOST }) : []),
    ...(await listDatesClaimed(db, { me: owner.id, away, claims: claimsOf(roles), most: MOST })),
    ...(holds(HANDLERS) ? await listDatesOfUnit(db, { unit: owner.unit_id, names: UNIT_DATES, most: MOST }) : []),
  ]
  // one that is in hand and waits for the same officer's signature is one date
  const once = [...new Map(dates.map((date) => [date.id, date])).values()]
  const { calendar, entry, provisionalEntry } = WORDING[owner.language]
  const host = new URL(settings.publicUrl).hostname
  return icalendar({
    name: calendar,
    stamp: now,
    entries: once.map(({ id, due_on, provisional }) => ({
      uid: `${calendarUid(keys, owner.id, id)}@${host}`,
      on: due_on,
      summary: provisional ? provisionalEntry : entry,
      provisional,
    })),
  })
}
