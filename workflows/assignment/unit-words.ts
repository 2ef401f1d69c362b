import type { UnitNode } from './answers.ts'

type Named = Pick<UnitNode, 'id' | 'code' | 'name' | 'closed_on'>

/** What each unit is called where it is typed rather than pointed at: its name, and its code where others share the name. */
export function unitWords(units: readonly Named[]): Map<string, string> {
  const sharing = new Map<string, number>()
  for (const { name } of units) sharing.set(name, (sharing.get(name) ?? 0) + 1)
  return new Map(units.map(({ id, name, code }) => [id, sharing.get(name) === 1 ? name : `${name}(${code})`]))
}

/** The open unit that somebody typed, by its word or its id, spaces left out; null where no unit is called so. */
export function unitTyped(units: readonly Named[], typed: string): string | null {
  const said = typed.replace(/\s/g, '')
  const words = unitWords(units)
  const found = units.find((unit) => unit.closed_on === null && (unit.id === said || words.get(unit.id) === said))
  return found?.id ?? null
}
