import { answersTo, type UnitNode } from './answers.ts'

/**
 * The accusations that shut out whoever is at home in `home`: if one of these units is accused, they may not know that
 * the case exists. It is their own unit and all it answers to, and the mechanism's office too, since every unit gets
 * its letters from there: an accusation of the office is read by the discipline liaison and the auditor alone.
 */
export function keptAway(units: readonly UnitNode[], home: string): string[] {
  const away = new Set([home, ...answersTo(units, home)])
  const unit = units.find(({ id }) => id === home)
  if (unit?.kind !== 'discipline') for (const { id, kind } of units) if (kind === 'office') away.add(id)
  return [...away]
}

/** Whether someone at home in `home` may not touch a case that accuses `accused`. */
export function inConflict(units: readonly UnitNode[], home: string, accused: readonly string[]): boolean {
  return keptAway(units, home).some((id) => accused.includes(id))
}
