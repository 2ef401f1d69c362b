import type { ToTell, Untold } from '#db/read/waiting-notices.ts'
import type { UnitRow } from '#db/read/units.ts'
import { inConflict } from '#workflows/assignment/answers.ts'
import { isToldInQuiet, stillMatters } from './by-channel.ts'
import { TO_LETTERS_UNIT } from './catalogue.ts'

/** Not read, not settled, not what they asked to be spared; and whom a case accuses may have changed since. */
export function mayBeTold(
  units: readonly UnitRow[],
  { unit_id, quiet }: Pick<ToTell, 'unit_id' | 'quiet'>,
  notice: Untold,
): boolean {
  const { name, read_on, staff_id, accused, accused_provisional, accused_people } = notice
  if (read_on !== null || !stillMatters(name, notice)) return false
  if (quiet && !isToldInQuiet(name)) return false
  const against = [...(accused ?? []), ...(accused_provisional ?? [])]
  if (accused_people?.includes(staff_id)) return false
  return TO_LETTERS_UNIT.includes(name) || !inConflict(units, unit_id, against)
}
