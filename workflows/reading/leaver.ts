import { listAbsencesFrom } from '#db/read/absences.ts'
import { countFates, countHeldByPhase, countViewsOf, hasLettersInWork, listUnfinishedOf } from '#db/read/leaving.ts'
import { findPerson, listActivePeople, type PersonRow } from '#db/read/people.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { CASE_WORKERS, HANDLERS } from '#workflows/roles/stand-in.ts'
import { keptFrom } from './known.ts'
import { rolesOf, UUID } from './people.ts'

/**
 * What somebody has in hand who is about to leave, or what became of it since: counts only, without the cases that the
 * administrator may not know of. Null where there is no such account.
 */
export async function readLeaver(house: House, by: Staff, id: string) {
  const { db } = house
  const row = UUID.test(id) ? await findPerson(db, id) : undefined
  if (!row) return null
  const away = await keptFrom(house, by)
  const person = {
    id,
    name: row.name,
    unit: row.unit_name,
    roles: rolesOf(row),
    revision: row.revision,
    leftOn: row.left_on,
  }
  if (row.disabled) {
    const fates = (await countFates(db, id, away)).map(({ fate, cases }) => ({ fate, cases: Number(cases) }))
    return { person, left: true as const, fates }
  }
  const people = (await listActivePeople(db)).filter((each) => each.id !== id)
  const today = dayOf(house.clock.town())
  const absences = [
    ...(await listAbsencesFrom(db, today, { staff: id })),
    ...(await listAbsencesFrom(db, today, { deputy: id })),
  ]
  const lettersInWork = holds(row, HANDLERS) && (await hasLettersInWork(db, row.unit_id))
  const others = people.some((each) => each.unit_id === row.unit_id && holds(each, HANDLERS))
  return {
    person,
    left: false as const,
    held: (await countHeldByPhase(db, id, away)).map(({ phase, cases }) => ({ phase, cases: Number(cases) })),
    worksOnCases: holds(row, CASE_WORKERS),
    drafts: (await listUnfinishedOf(db, id)).length,
    letters: lettersInWork ? (others ? ('others' as const) : ('last' as const)) : null,
    absences: absences.length,
    views: await countViewsOf(db, id),
    successors: {
      cases: people.filter((each) => holds(each, CASE_WORKERS)).map(choice),
      drafts: people.filter((each) => holds(each, ['editor'])).map(choice),
      letters: people.filter((each) => each.unit_id === row.unit_id && !holds(each, ['administrator'])).map(choice),
    },
  }
}
export type Leaver = NonNullable<Awaited<ReturnType<typeof readLeaver>>>
export type Leaving = Extract<Leaver, { left: false }>

const holds = ({ roles }: PersonRow, some: readonly string[]) => roles?.some((role) => some.includes(role)) ?? false
const choice = (row: PersonRow) => ({ id: row.id, name: row.name, unit: row.unit_name, roles: rolesOf(row) })
