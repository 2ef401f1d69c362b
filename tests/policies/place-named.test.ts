import { expect, test } from 'vitest'
import { placeNamed } from '#workflows/assignment/place-named.ts'
import { STORIES } from '#workflows/sample-town/data/stories/stories.ts'
import { UNITS } from '#workflows/sample-town/data/units.ts'

const codeOf = (said: string) => UNITS.find(({ id }) => id === placeNamed(UNITS, said))?.code ?? null

test('the place that reporters write is the place that clerks chose, in nearly every story of the town', () => {
  const told = STORIES.filter(({ place }) => place)
  const missed = told.filter(({ place, placeUnitCode }) => codeOf(place ?? '') !== placeUnitCode)
  expect(told.length).toBeGreaterThan(30)
  // a clerk knew the village from the report itself
  expect(missed.map(({ id }) => id)).toEqual(['appWithPointsAgain'])
})

test.each([
  ['望川县', '990303'],
  ['松口市枫林镇茶亭村', '990305002002'],
  ['望川县民政局', null],
  ['某个镇', null],
  ['', null],
])('%s is %s', (said, code) => expect(codeOf(said)).toBe(code))
