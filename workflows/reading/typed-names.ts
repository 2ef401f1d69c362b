import { listColleagues } from '#db/read/case-choices.ts'
import { listUnits } from '#db/read/units.ts'
import { unitTyped } from '#workflows/assignment/unit-words.ts'
import type { House } from '#workflows/house.ts'
import { peopleNamed } from '#workflows/roles/people-named.ts'
import { PERMISSIONS } from '#workflows/roles/permissions.ts'

/**
 * What officers type by name, as ids; what nobody and nothing is called stays as it was typed, and the engine refuses it.
 * Whether those who are named may know of a case, the engine asks.
 */
export async function typedNames({ db }: House) {
  const units = await listUnits(db)
  const colleagues = await listColleagues(db, PERMISSIONS.note)
  return {
    unit: (typed: string): string => unitTyped(units, typed) ?? typed,
    people: (text: string): string[] => {
      const { people, unknown } = peopleNamed(colleagues, text)
      return [...people.map(({ id }) => id), ...unknown]
    },
  }
}
export type TypedNames = Awaited<ReturnType<typeof typedNames>>
