import { countOpenLetters, countPeopleByUnit, listUnitChanges } from '#db/read/unit-history.ts'
import { listUnits, type UnitRow } from '#db/read/units.ts'
import { LEVELS } from '#workflows/assignment/tree-rules.ts'
import type { House } from '#workflows/house.ts'
import { hoursInForce, officeHours } from '#workflows/notices/office-hours.ts'
import { spokenHours } from '#workflows/notices/typed-hours.ts'
import { wayTo } from './units-tree.ts'

/** A unit that can be chosen above another, with the heading it stands under. */
export type ParentChoice = { id: string; name: string; level: UnitRow['level']; line: string | null }

/** What a unit may be put under, by place and by line, and the lines there are. */
function choicesAmong(units: readonly UnitRow[]) {
  const open = units.filter(({ closed_on }) => closed_on === null)
  const choice = ({ id, name, level, line }: UnitRow): ParentChoice => ({ id, name, level, line })
  const lines = new Map<string, string>()
  for (const { line, level, name } of open)
    if (line !== null && (level === 'city' || !lines.has(line))) lines.set(line, name)
  return {
    places: open.filter(({ kind }) => kind === 'government').map(choice),
    above: open.filter(({ line }) => line !== null).map(choice),
    lines: [...lines].map(([line, name]) => ({ line, name })).sort((a, b) => (a.line < b.line ? -1 : 1)),
  }
}

/** What a new unit can be put under. */
export const readUnitChoices = async ({ db }: Pick<House, 'db'>) => choicesAmong(await listUnits(db))

/** One unit as it is, as it was, and what hangs on it; null for an id that is none. Of its letters only how many. */
export async function readUnit({ db }: Pick<House, 'db'>, id: string) {
  const units = await listUnits(db)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const unit = byId.get(id)
  if (!unit) return null
  const called = (other: string | null) => (other === null ? null : (byId.get(other)?.name ?? other))
  const { places, above, lines } = choicesAmong(units)
  const { hours, setBy } = hoursInForce(units, id)
  const own = officeHours.safeParse(unit.office_hours)
  const higher = (level: UnitRow['level']) => LEVELS.indexOf(level) < LEVELS.indexOf(unit.level)
  return {
    unit,
    way: wayTo(byId, unit).map(({ id: at, name }) => ({ id: at, name })),
    below: units
      .filter(({ territory_parent, closed_on }) => territory_parent === id && closed_on === null)
      .map(({ id: at, name }) => ({ id: at, name })),
    /** `from`: the unit above it that set them; null where the unit did itself, or nobody */
    hours: {
      own: own.success ? own.data : null,
      inForce: spokenHours(hours),
      from: setBy === id ? null : called(setBy),
    },
    letters: await countOpenLetters(db, id),
    people: (await countPeopleByUnit(db)).get(id) ?? 0,
    choices: {
      places: places.filter(({ level }) => (unit.kind === 'government' ? higher(level) : level === unit.level)),
      above: above.filter(({ level }) => higher(level)),
      lines,
    },
    history: (await listUnitChanges(db, id)).map((was) => ({
      revision: was.revision,
      from: was.valid_from,
      by: was.by,
      name: was.name,
      place: called(was.territory_parent),
      above: called(was.line_parent),
      line: was.line,
      closedOn: was.closed_on,
      hours: spokenOf(was.office_hours),
    })),
  }
}

const spokenOf = (stored: unknown) => {
  const read = officeHours.safeParse(stored)
  return read.success ? spokenHours(read.data) : null
}
export type UnitPage = NonNullable<Awaited<ReturnType<typeof readUnit>>>
