import type { Claim } from '#db/read/calendar-feed.ts'
import { DEADLINES } from '#workflows/deadlines/catalogue.ts'
import { isUnitDate } from '#workflows/deadlines/ladder.ts'
import { type Audience, LIVES_TO_SIGN, OWNERS_OF_DATE, secondPerson } from '#workflows/notices/catalogue.ts'
import type { Role } from '#workflows/roles/roles.ts'

/** What the office owes by itself: dates on which nobody is late are nobody's to note. */
export const OFFICE_DATES = Object.entries(DEADLINES).flatMap(([name, { lapses }]) =>
  lapses === 'tells' && !isUnitDate(name) ? [name] : [],
)
const OWNED: readonly [string, Audience][] = Object.entries(OWNERS_OF_DATE)

/** The dates that are those of whoever has the case in hand: all but what has an owner of its own. */
export const DATES_IN_HAND: readonly string[] = OFFICE_DATES.filter((name) => !(name in OWNERS_OF_DATE))

/** The dates that wait for a signature: those, and the ones which only a second person can answer. */
const SIGNED_DATES = [...DATES_IN_HAND, ...OWNED.flatMap(([name, { to }]) => (to === 'secondPerson' ? [name] : []))]

/**
 * The dates that are these roles' whoever has the case in hand, by the same rules as what is told of them: what waits
 * for a second person, what is ruled, what accuses somebody.
 */
export function claimsOf(roles: readonly Role[]): Claim[] {
  const isMine = (named: readonly Role[]) => named.some((role) => roles.includes(role))
  const signed = LIVES_TO_SIGN.flatMap((life): Claim[] => {
    const { roles: seconds, butNot } = secondPerson(life)
    return isMine(seconds) ? [{ names: SIGNED_DATES, lives: [life], firsts: butNot, officeIsParty: null }] : []
  })
  const owned = OWNED.flatMap(([name, { to, roles: owners, whereOfficeIsParty, butNot = [] }]): Claim[] => {
    if (to !== 'roles' || owners === 'inCharge') return []
    const claim = { names: [name], lives: null, firsts: butNot }
    return [
      ...(isMine(owners) ? [{ ...claim, officeIsParty: whereOfficeIsParty ? false : null }] : []),
      ...(whereOfficeIsParty && isMine(whereOfficeIsParty) ? [{ ...claim, officeIsParty: true }] : []),
    ]
  })
  return [...signed, ...owned]
}
