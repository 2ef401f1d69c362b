import { listUnitsWithoutHandler } from '#db/read/house-standing.ts'
import { countPeopleByUnit } from '#db/read/unit-history.ts'
import { listUnits, type UnitRow } from '#db/read/units.ts'
import type { House } from '#workflows/house.ts'

/** `at`: the unit whose way from the top stands open. `show`: a flat list instead of the tree. */
export type UnitsAsked = { at: string | null; search: string; show: 'tree' | 'withoutPeople' | 'closed' }
export type UnitEntry = {
  id: string
  code: string
  name: string
  kind: UnitRow['kind']
  level: UnitRow['level']
  line: string | null
  closedOn: string | null
  people: number
  /** how far below the top; 0 in a flat list */
  depth: number
  /** units directly below it that are open */
  below: number
  unfolded: boolean
  /** in a flat list: what stands above it */
  under: string[]
}

const MOST_FOUND = 200

/** The tree by place, open along the way to one unit; or what was searched for, each with what stands above it. */
export async function readUnits({ db }: Pick<House, 'db'>, { at, search, show }: UnitsAsked) {
  const units = await listUnits(db)
  const people = await countPeopleByUnit(db)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const entry = (unit: UnitRow, more: Partial<UnitEntry> = {}): UnitEntry => ({
    id: unit.id,
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    level: unit.level,
    line: unit.line,
    closedOn: unit.closed_on,
    people: people.get(unit.id) ?? 0,
    depth: 0,
    below: 0,
    unfolded: false,
    under: [],
    ...more,
  })
  const open = units.filter(({ closed_on }) => closed_on === null)
  const total = open.length
  if (search === '' && show === 'tree') return { entries: treeOf(open, at, entry), total, more: false }

  const wanted = await wantedIn(db, show)
  const found = units.filter((unit) => wanted(unit) && matches(unit, search))
  const entries = found.slice(0, MOST_FOUND).map((unit) => entry(unit, { under: wayTo(byId, unit).map(nameOf) }))
  return { entries, total, more: found.length > MOST_FOUND }
}

async function wantedIn(db: House['db'], show: UnitsAsked['show']): Promise<(unit: UnitRow) => boolean> {
  if (show === 'closed') return ({ closed_on }) => closed_on !== null
  if (show === 'tree') return () => true
  const vacant = new Set((await listUnitsWithoutHandler(db)).map(({ id }) => id))
  return ({ id }) => vacant.has(id)
}

const matches = ({ name, code, aliases }: UnitRow, search: string) =>
  [name, code, ...aliases].some((word) => word.includes(search))

/** The few at the side first, then what one goes down into, then the departments. */
const ORDER: readonly UnitRow['kind'][] = ['office', 'discipline', 'government', 'department']
const order = (one: UnitRow, other: UnitRow) =>
  ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) || (one.code < other.code ? -1 : 1)

function treeOf(
  open: readonly UnitRow[],
  at: string | null,
  entry: (unit: UnitRow, more: Partial<UnitEntry>) => UnitEntry,
): UnitEntry[] {
  const byId = new Map(open.map((unit) => [unit.id, unit]))
  const tops = open.filter(({ territory_parent }) => territory_parent === null || !byId.has(territory_parent))
  const chosen = at === null ? tops.find(({ kind }) => kind === 'government') : byId.get(at)
  const unfolded = new Set(chosen ? [chosen.id, ...wayTo(byId, chosen).map(({ id }) => id)] : [])
  const below = new Map<string | null, UnitRow[]>()
  for (const unit of open) below.set(unit.territory_parent, [...(below.get(unit.territory_parent) ?? []), unit])
  const walk = (units: readonly UnitRow[], depth: number): UnitEntry[] =>
    units.toSorted(order).flatMap((unit) => {
      const children = below.get(unit.id) ?? []
      const own = entry(unit, { depth, below: children.length, unfolded: unfolded.has(unit.id) })
      return [own, ...(own.unfolded ? walk(children, depth + 1) : [])]
    })
  return walk(tops, 0)
}

/** What stands above a unit by place, from the top down. */
export function wayTo(byId: ReadonlyMap<string, UnitRow>, unit: UnitRow): UnitRow[] {
  const way: UnitRow[] = []
  for (let next = parentOf(byId, unit); next && !way.includes(next); next = parentOf(byId, next)) way.unshift(next)
  return way
}
const parentOf = (byId: ReadonlyMap<string, UnitRow>, unit: UnitRow) =>
  unit.territory_parent === null ? undefined : byId.get(unit.territory_parent)
const nameOf = ({ name }: UnitRow) => name
