import {
  countCasesHeldByTheGone,
  countProvisionalDates,
  listRolesHeld,
  listUnitsWithoutHandler,
} from '#db/read/house-standing.ts'
import { listCalendarYears, listUnits } from '#db/read/units.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { ROLES, type Role } from '#workflows/roles/roles.ts'

/** Something an administrator should put right: how many it concerns, of which year, which roles. */
export type Concern = { about: ConcernAbout; count: number; year?: number; roles?: Role[] }
export type ConcernAbout =
  | 'noUnits'
  | 'yearMissing'
  | 'provisional'
  | 'unitsWithoutPeople'
  | 'rolesWithoutPeople'
  | 'heldByNobodyActive'

/** Roles that a town may well do without: until it has a hotline or publishes, nobody waits for them. */
const OPTIONAL: readonly Role[] = ['operator', 'editor', 'approver', 'leader']

/** How the house stands: how much there is of it, and what stands out. Counts only; it opens no case. */
export async function readStanding({ db, clock }: Pick<House, 'db' | 'clock'>) {
  const units = (await listUnits(db)).filter(({ closed_on }) => closed_on === null)
  const held = await listRolesHeld(db)
  const years = (await listCalendarYears(db)).map(({ year }) => year).toSorted((a, b) => a - b)
  const thisYear = Number(dayOf(clock.town()).slice(0, 4))
  const vacant = ROLES.filter((role) => !OPTIONAL.includes(role) && !held.roles.includes(role))
  const concerns: Concern[] = [
    { about: 'noUnits', count: units.length > 1 ? 0 : 1 },
    { about: 'yearMissing', count: years.includes(thisYear) ? 0 : 1, year: thisYear },
    { about: 'provisional', count: await countProvisionalDates(db) },
    { about: 'unitsWithoutPeople', count: (await listUnitsWithoutHandler(db)).length },
    { about: 'rolesWithoutPeople', count: vacant.length, roles: vacant },
    { about: 'heldByNobodyActive', count: await countCasesHeldByTheGone(db) },
  ]
  const [first, last] = [years[0], years.at(-1)]
  return {
    concerns: concerns.filter(({ count }) => count > 0),
    units: units.length,
    people: held.people,
    years: first !== undefined && last !== undefined ? { first, last } : null,
  }
}
