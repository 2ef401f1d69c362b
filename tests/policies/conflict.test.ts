import { describe, expect, test } from 'vitest'
import { answersTo, inConflict, keptAway } from '#workflows/assignment/answers.ts'
import { AUDIT_CODE, DISCIPLINE_CODE, OFFICE_CODE, UNITS } from '#workflows/sample-town/data/units.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'

const city = unitId('990300')
const office = unitId(OFFICE_CODE)
const county = unitId('990303')
const countyCivilAffairs = unitId('990303-civilAffairs')
const cityCivilAffairs = unitId('990300-civilAffairs')

describe('a county department', () => {
  test('answers to its county, to the city department of its line, and to the city', () => {
    expect(answersTo(UNITS, countyCivilAffairs)).toEqual(new Set([county, cityCivilAffairs, city]))
  })

  test('does not know of a report about itself, about its county or about the city department above it', () => {
    for (const accused of [countyCivilAffairs, county, cityCivilAffairs])
      expect(inConflict(UNITS, countyCivilAffairs, [accused])).toBe(true)
  })

  test('may know of a report about a neighbour or about a township of its county', () => {
    for (const code of ['990303-education', '990304-civilAffairs', '990303001'])
      expect(inConflict(UNITS, countyCivilAffairs, [unitId(code)])).toBe(false)
  })
})

test('those above the accused are not kept away: they are the ones to set it right', () => {
  expect(inConflict(UNITS, county, [countyCivilAffairs])).toBe(false)
  expect(inConflict(UNITS, cityCivilAffairs, [countyCivilAffairs])).toBe(false)
  expect(inConflict(UNITS, office, [countyCivilAffairs])).toBe(false)
})

describe('a report about the city or about the mechanism’s office', () => {
  const outside = [unitId(DISCIPLINE_CODE), unitId(AUDIT_CODE)]

  test.each([
    ['the city', city],
    ['the office', office],
  ])('%s: is open to discipline inspection and audit, and to nobody else in the town', (_, accused) => {
    const open = UNITS.filter(({ id }) => !inConflict(UNITS, id, [accused])).map(({ id }) => id)
    expect(new Set(open)).toEqual(new Set(outside))
  })

  test('discipline inspection is still kept away from a report about itself', () => {
    expect(keptAway(UNITS, unitId(DISCIPLINE_CODE))).toEqual([unitId(DISCIPLINE_CODE)])
  })
})
