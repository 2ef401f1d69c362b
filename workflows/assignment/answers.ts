import type { Day } from '#workflows/clock.ts'

/** A node of the unit tree as the rules of assignment need it. It answers upward to its place and to its line. */
export type UnitNode = {
  id: string
  code: string
  name: string
  kind: 'government' | 'department' | 'office' | 'discipline'
  level: 'city' | 'county' | 'township' | 'village'
  /** the government it belongs to, or the government above it; null for the city */
  territory_parent: string | null
  /** the department above it in the line of trade */
  line_parent: string | null
  line: string | null
  aliases: readonly string[]
  closed_on: Day | null
}

/**
 * All units above `id`, by place and by line, without itself; empty for an unknown id.
 *
 * Units of kind `discipline` (discipline inspection, audit) are led by the level above and answer by line only, even
 * where they sit under the city in the tree. Otherwise a report about the city itself would have no one to read it.
 */
export function answersTo(units: readonly UnitNode[], id: string): Set<string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const above = new Set<string>()
  const open = parentsOf(byId.get(id))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (above.has(next)) continue
    above.add(next)
    open.push(...parentsOf(byId.get(next)))
  }
  above.delete(id)
  return above
}

/**
 * The accusations that shut out whoever is at home in `home`: if one of these units is accused, they may not know that
 * the case exists. It is their own unit and all it answers to, and the mechanism's office too, since every unit gets
 * its letters from there: an accusation of the office is read by the discipline liaison and the auditor alone.
 */
export const keptAway = (units: readonly UnitNode[], home: string): string[] => [...keptAwayFrom(units, home)]

/** A tree as it was read never changes, and is asked about the same few homes again and again. */
const known = new WeakMap<readonly UnitNode[], Map<string, ReadonlySet<string>>>()
function keptAwayFrom(units: readonly UnitNode[], home: string): ReadonlySet<string> {
  const homes = known.get(units) ?? new Map<string, ReadonlySet<string>>()
  known.set(units, homes)
  const asked = homes.get(home)
  if (asked) return asked
  const away = new Set([home, ...answersTo(units, home)])
  const unit = units.find(({ id }) => id === home)
  if (unit?.kind !== 'discipline') for (const { id, kind } of units) if (kind === 'office') away.add(id)
  homes.set(home, away)
  return away
}

/** Whether someone at home in `home` may not touch a case that accuses `accused`. */
export function inConflict(units: readonly UnitNode[], home: string, accused: readonly string[]): boolean {
  return accused.some((id) => keptAwayFrom(units, home).has(id))
}

/** An officer as far as it matters whom a case accuses: who they are, and where they are at home. */
type Officer = { id: string; unit: string }

/** The accusations, of units and of themselves, that shut an officer out. */
export const shutsOut = (units: readonly UnitNode[], { id, unit }: Officer): string[] => [...keptAway(units, unit), id]

/** Whether an officer may not know of a case that accuses `accused`: by where they are at home, or by name. */
export const mayNotKnow = (units: readonly UnitNode[], { id, unit }: Officer, accused: readonly string[]): boolean =>
  accused.includes(id) || inConflict(units, unit, accused)

/**
 * Why a unit that has a letter should not have it any more: since then it was closed, or moved below one the case accuses.
 * It keeps the letter until the office gives it to another.
 */
export function outOfPlace(
  units: readonly UnitNode[],
  holds: string,
  accused: readonly string[],
): 'closed' | 'conflict' | null {
  if (inConflict(units, holds, accused)) return 'conflict'
  return units.some(({ id, closed_on }) => id === holds && closed_on !== null) ? 'closed' : null
}

const parentsOf = (unit: UnitNode | undefined): string[] =>
  unit ? [unit.kind === 'discipline' ? null : unit.territory_parent, unit.line_parent].filter((id) => id !== null) : []
