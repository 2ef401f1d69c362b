import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inConflict } from '#workflows/assignment/answers.ts'
import { proposeUnits } from '#workflows/assignment/propose.ts'
import { KINDS } from '#workflows/settings-desk/kinds.ts'
import { UNITS } from '#workflows/sample-town/data/units.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { trees } from './unit-tree.ts'

/** The proposal for the sample town, units by name. */
function proposal(kindCode: string, placeCode: string | null, accusedCodes: string[], noDispatch = false) {
  const kind = KINDS.find(({ code }) => code === kindCode)
  if (!kind) throw new Error(`no kind ${kindCode}`)
  const place = placeCode === null ? null : unitId(placeCode)
  const { territory, department, lead, reasons } = proposeUnits({
    units: UNITS,
    kind,
    place,
    accused: accusedCodes.map(unitId),
    noDispatch,
  })
  const name = (id: string | null) => UNITS.find((unit) => unit.id === id)?.name ?? null
  return { territory: name(territory), department: name(department), lead, reasons: reasons.map(({ code }) => code) }
}

describe('who gets the two letters', () => {
  test('a county department is accused: its county, and the city department of the same line', () => {
    expect(proposal('B31', '990303001', ['990303-civilAffairs', '990303-agriculture'])).toMatchObject({
      territory: '望川县人民政府',
      department: '市民政局',
    })
  })

  test('a township is accused: its county, never the township itself', () => {
    expect(proposal('B43', '990304003', ['990304003'])).toMatchObject({
      territory: '石埠县人民政府',
      lead: 'territory',
    })
  })

  test('a county is accused: the office acts one level up', () => {
    expect(proposal('B52', '990303003', ['990303'])).toMatchObject({
      territory: '市级专项工作机制办公室',
      lead: 'territory',
      reasons: expect.arrayContaining(['territoryAccused', 'officeActs']),
    })
  })

  test('a city department is accused: the office with discipline inspection', () => {
    expect(proposal('B22', '990305001', ['990300-commerce'])).toMatchObject({
      territory: '市级专项工作机制办公室',
      department: '市纪委监委',
      lead: 'territory',
    })
  })

  test.each([
    ['the office', '990300-mechanismOffice'],
    ['the city', '990300'],
  ])('%s is accused: nobody in the town, it is handed up', (_, accused) => {
    expect(proposal('B11', '990303', [accused])).toEqual({
      territory: null,
      department: null,
      lead: null,
      reasons: ['handUp'],
    })
  })

  test('the reporter asked that it not go to the place: the office takes the side of the place', () => {
    expect(proposal('B53', '990305003', ['990305-commerce'], true)).toMatchObject({
      territory: '市级专项工作机制办公室',
      department: '市商务局',
      reasons: expect.arrayContaining(['noDispatchAsked']),
    })
  })

  test('where the matter is the department’s own trade, the department leads', () => {
    expect(proposal('B44', '990304002', ['990304-organisation']).lead).toBe('department')
    expect(proposal('B44', '990304002', ['990304-organisation']).department).toBe('市委组织部')
  })

  test('nobody knows where it happened: no place is guessed', () => {
    expect(proposal('B12', null, [])).toMatchObject({ territory: null, reasons: ['placeUnknown', 'lineOfKind'] })
  })
})

describe('whatever the tree and whoever is accused', () => {
  test('no unit is proposed that is accused, answers to an accused one, or is closed', () => {
    fc.assert(
      fc.property(trees, (matter) => {
        const { territory, department } = proposeUnits(matter)
        for (const id of [territory, department].filter((side) => side !== null)) {
          expect(inConflict(matter.units, id, matter.accused)).toBe(false)
          expect(matter.units.find((unit) => unit.id === id)?.closed_on).toBeNull()
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('the two sides are two units, the lead is one of them, and an empty side has a reason', () => {
    fc.assert(
      fc.property(trees, (matter) => {
        const { territory, department, lead, reasons } = proposeUnits(matter)
        const codes = reasons.map(({ code }) => code)
        if (territory !== null) expect(department).not.toBe(territory)
        if (territory === null) expect(codes.includes('placeUnknown') || codes.includes('handUp')).toBe(true)
        if (department === null) expect(codes.includes('noDepartment') || codes.includes('handUp')).toBe(true)
        expect(lead === null).toBe(territory === null && department === null)
        expect({ territory, department }[lead ?? 'territory'] === null).toBe(lead === null)
      }),
      { numRuns: 1000 },
    )
  })
})
