/** Whose duty is it? What an objection must say, and who rules on it. */
import type { UnitNode } from './answers.ts'
import { unitsNamed } from './recognise.ts'

/** A document by its title, an item or article by its number, or the list of duties by its name. */
const CITES = /《[^《》]+》|第[一二三四五六七八九十百零〇\d]+[条项款]|清单|三定|\b(article|item|duty list)\b/i

/**
 * Whether an objection cites the duty list or names the right unit (《信访工作条例》第二十三条: with its reasons, not by a
 * mere return). `own` is the unit that objects: naming itself names nobody.
 */
export const saysWhoseDuty = (units: readonly UnitNode[], own: string, grounds: string): boolean =>
  CITES.test(grounds) || unitsNamed(units, grounds).some((id) => id !== own)

/** The nearest unit that two units both belong to by place, who rules between them; null where the tree has none. */
export function commonSuperior(units: readonly UnitNode[], one: string, other: string): string | null {
  const above = placesAbove(units, one)
  return placesAbove(units, other).find((id) => above.includes(id)) ?? null
}

/** The governments above a unit, the nearest first. */
function placesAbove(units: readonly UnitNode[], id: string): string[] {
  const above: string[] = []
  for (let next = parentOf(units, id); next !== null && !above.includes(next); next = parentOf(units, next))
    above.push(next)
  return above
}
const parentOf = (units: readonly UnitNode[], id: string) =>
  units.find((unit) => unit.id === id)?.territory_parent ?? null
