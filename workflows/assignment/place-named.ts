import type { UnitNode } from './answers.ts'
import { unitsNamed } from './recognise.ts'

/** From the narrowest place to the widest. */
const LEVELS: readonly UnitNode['level'][] = ['village', 'township', 'county', 'city']

/**
 * The narrowest place that a reporter's own words for it name, as the id of its government; null where they name none.
 * A proposal for whoever classifies the case: nothing follows from it until they have sent it.
 */
export function placeNamed(units: readonly UnitNode[], said: string): string | null {
  const named = unitsNamed(units, said).flatMap((id) => units.find((unit) => unit.id === id) ?? [])
  const places = named.filter(({ kind }) => kind === 'government')
  return LEVELS.flatMap((level) => places.find((place) => place.level === level) ?? [])[0]?.id ?? null
}
