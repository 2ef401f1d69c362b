import { proposeUnits } from '#workflows/assignment/propose.ts'
import type { Track } from '#workflows/case/names.ts'
import { KINDS } from '#workflows/settings-desk/kinds.ts'
import { PEOPLE } from './data/people.ts'
import type { Story } from './data/stories/story.ts'
import { unitId } from './data/unit-id.ts'
import { OFFICE_CODE, UNITS } from './data/units.ts'

/** Who gets the two letters about a story, and who reviews what they answer. */
export type Sides = {
  units: Record<Track, string>
  lead: Track
  handlers: Record<Track, string>
  /** where the office owns a side itself, the supervisor reviews and rules in its place */
  officeActs: boolean
}

export const accusedBy = ({ accusedUnitCodes }: Story): string[] => accusedUnitCodes.map(unitId)

/** As the rules propose. Throws where they propose nobody, or nobody of the town answers there. */
export function sidesOf(story: Story): Sides {
  const { kind, placeUnitCode, noDispatch = false } = story
  const { territory, department, lead } = proposeUnits({
    units: UNITS,
    kind: { lines: KINDS.find(({ code }) => code === kind)?.lines ?? [] },
    place: placeUnitCode && unitId(placeUnitCode),
    accused: accusedBy(story),
    noDispatch,
  })
  if (!territory || !department) throw new Error(`${story.id} goes nowhere`)
  return {
    units: { territory, department },
    lead: lead ?? 'territory',
    handlers: { territory: handlerAt(territory, 'territory'), department: handlerAt(department, 'department') },
    officeActs: territory === unitId(OFFICE_CODE),
  }
}

/** The login of whoever answers letters of this side at a unit. */
export function handlerAt(unit: string, track: Track): string {
  const handler = PEOPLE.find(
    ({ unitCode, roles }) => unitId(unitCode) === unit && roles.some((role) => role === `${track}Handler`),
  )
  if (!handler) throw new Error(`nobody answers letters (${track}) at ${unit}`)
  return handler.login
}
