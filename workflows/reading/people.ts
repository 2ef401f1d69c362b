import { listAbsencesFrom, listAwayOn } from '#db/read/absences.ts'
import { findPerson, listActivePeople, listPeople, type PersonRow } from '#db/read/people.ts'
import { listUnits, type UnitRow } from '#db/read/units.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { ROLES, type Role } from '#workflows/roles/roles.ts'
import { canStandInFor } from '#workflows/roles/stand-in.ts'
import { readDelivery } from './delivery.ts'

const PAGE = 50
/** Which accounts, and from after which login on: what the address of the page says. */
export type PeopleAsked = { q: string; unit: string | null; role: Role | null; left: boolean; after: string }

/** Accounts by login, fifty a page, and the units there are to choose from. */
export async function readPeople({ db, clock }: House, { after, ...filter }: PeopleAsked) {
  const found = await listPeople(db, filter, { after, most: PAGE + 1 })
  const rows = found.slice(0, PAGE)
  const away = await listAwayOn(
    db,
    dayOf(clock.town()),
    rows.map(({ id }) => id),
  )
  return {
    rows: rows.map((row) => ({
      ...personOf(row),
      away: away.find(({ staff_id }) => staff_id === row.id)?.deputy_name ?? null,
    })),
    next: found.length > PAGE ? (rows.at(-1)?.login ?? null) : null,
    units: unitChoices(await listUnits(db)),
  }
}
export type PersonEntry = Awaited<ReturnType<typeof readPeople>>['rows'][number]

/** One account with all that an administrator may change about it; null where there is none. */
export async function readPerson(house: House, id: string) {
  const { db, clock } = house
  const row = UUID.test(id) ? await findPerson(db, id) : undefined
  if (!row) return null
  return {
    ...personOf(row),
    revision: row.revision,
    units: unitChoices(await listUnits(db)),
    absences: await listAbsencesFrom(db, dayOf(clock.town()), { staff: id }),
    deputies: await readDeputies(house, row.id),
    delivery: await readDelivery(house, row.id),
  }
}
export type PersonPage = NonNullable<Awaited<ReturnType<typeof readPerson>>>

/** The units an account can be opened at, under the county or city they belong to. */
export const readUnitChoices = async ({ db }: House) => unitChoices(await listUnits(db))

/** Who could look after this officer's work. */
export async function readDeputies({ db }: House, id: string) {
  const people = await listActivePeople(db)
  const absent = people.find((each) => each.id === id)
  if (!absent) return []
  return people
    .filter((each) => each.id !== id && canStandInFor(officerOf(absent), officerOf(each)))
    .map((each) => ({ id: each.id, name: each.name, unit: each.unit_name, roles: rolesOf(each) }))
}

export const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
export const rolesOf = ({ roles }: Pick<PersonRow, 'roles'>): Role[] => ROLES.filter((role) => roles?.includes(role))
const officerOf = (row: PersonRow) => ({ roles: rolesOf(row), unit: row.unit_id })

const personOf = (row: PersonRow) => ({
  id: row.id,
  login: row.login,
  name: row.name,
  email: row.email,
  mobile: row.mobile,
  unit: { id: row.unit_id, name: row.unit_name },
  roles: rolesOf(row),
  left: row.disabled,
  leftOn: row.left_on,
})

/** Open units, each with the county or city it lies in. */
function unitChoices(units: readonly UnitRow[]) {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const groupOf = (unit: UnitRow): UnitRow => {
    const above = unit.territory_parent === null ? undefined : byId.get(unit.territory_parent)
    return !above || (unit.kind === 'government' && unit.level === 'county') ? unit : groupOf(above)
  }
  return units
    .filter(({ closed_on }) => closed_on === null)
    .map((unit) => ({ id: unit.id, name: unit.name, group: groupOf(unit).name }))
}
export type UnitChoice = ReturnType<typeof unitChoices>[number]
