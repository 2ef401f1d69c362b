import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { UnitNode } from '#workflows/assignment/answers.ts'
import { faultOfClosing, faultsOfUnit, type UnitSaid } from '#workflows/assignment/tree-rules.ts'
import { UNITS } from '#workflows/sample-town/data/units.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'

const units = UNITS
const unit = (code: string): UnitNode => {
  const found = units.find((each) => each.code === code)
  if (!found) throw new Error(`no unit ${code}`)
  return found
}
const problemsOf = (id: string | null, said: UnitSaid) =>
  faultsOfUnit(units, id, said).map(({ field, problem }) => `${field} ${problem}`)
const changed = (code: string, change: Partial<UnitSaid>) => problemsOf(unit(code).id, { ...unit(code), ...change })

test('every unit of the sample town stands as the rules want it', () => {
  expect(units.flatMap((each) => faultsOfUnit(units, each.id, each))).toEqual([])
})

describe('a unit cannot', () => {
  test('be put below itself, however far down', () => {
    expect(changed('990301', { territory_parent: unitId('990301001') })).toEqual(['territory_parent cycle'])
    expect(changed('990301001', { territory_parent: unitId('990301001') })).toEqual(['territory_parent cycle'])
  })
  test('stand beside or above those it belongs to', () => {
    expect(changed('990301001', { territory_parent: unitId('990302001') })).toEqual(['territory_parent parentLevel'])
    expect(changed('990301001', { territory_parent: unitId('990300-civilAffairs') })).toEqual([
      'territory_parent parentLevel',
    ])
    expect(changed('990301-civilAffairs', { territory_parent: unitId('990300') })).toEqual([
      'territory_parent parentLevel',
    ])
  })
  test('follow a department of another line, or one of its own level', () => {
    expect(changed('990301-civilAffairs', { line_parent: unitId('990300-education') })).toEqual([
      'line_parent lineDiffers',
    ])
    expect(changed('990301-civilAffairs', { line_parent: unitId('990302-civilAffairs') })).toEqual([
      'line_parent parentLevel',
    ])
  })
  test('leave its line while others follow it', () => {
    expect(changed('990300-civilAffairs', { line: 'welfare' })).toEqual(['line lineFollowed'])
  })
  test('be a government with a line, or a department without one', () => {
    expect(changed('990301', { line: 'civilAffairs' })).toEqual(['line lineOnGovernment'])
    expect(changed('990301-civilAffairs', { line: null, line_parent: null })).toEqual(['line missing'])
  })
  test('take the place of the city government, nor can that be moved', () => {
    expect(changed('990300', { territory_parent: unitId('990301') })).toEqual(['territory_parent root'])
    expect(problemsOf(null, { ...unit('990300'), code: '9904' })).toEqual(['territory_parent secondRoot'])
  })
  test('have the code of another, a name of nothing, or a name of one letter to be found in every text', () => {
    expect(changed('990301', { code: '990302' })).toEqual(['code taken'])
    expect(changed('990301', { name: '', aliases: ['县'] })).toEqual(['name missing', 'aliases wrong'])
    expect(changed('990301', { name: '长'.repeat(61), code: '<b>' })).toEqual(['name tooLong', 'code wrong'])
  })
  test('have a name of which nothing can be seen', () => {
    for (const name of ['\u200B\u202E', '\u3164', '\uFEFF \u2060', '\u2800', '\u{E0041}'])
      expect(changed('990301', { name })).toEqual(['name missing'])
  })
  test('have the name of another under the same one above, however it is typed', () => {
    const said = { ...unit('990300-agriculture'), code: '990300-second' }
    for (const name of ['市农业农村局', '市农业农村局\u200B', '市农业 农村局'])
      expect(faultsOfUnit(units, null, { ...said, name })).toEqual([
        { field: 'name', problem: 'sameName', with: '990300-agriculture' },
      ])
    expect(changed('990300-civilAffairs', { name: '市农业农村局' })).toEqual(['name sameName'])
    expect(changed('990301-civilAffairs', { name: '市民政局' })).toEqual([])
    const closed = units.map((each) =>
      each.code === '990300-agriculture' ? { ...each, closed_on: '2026-01-01' } : each,
    )
    expect(faultsOfUnit(closed, null, said)).toEqual([])
  })
  test('hang from nothing, from one that is not there or from one that is closed', () => {
    expect(changed('990301001', { territory_parent: null })).toEqual(['territory_parent missing'])
    expect(changed('990301001', { territory_parent: unitId('nowhere') })).toEqual(['territory_parent parentUnknown'])
    const closed = units.map((each) => (each.code === '990302' ? { ...each, closed_on: '2026-01-01' } : each))
    const said = { ...unit('990301001'), territory_parent: unitId('990302') }
    expect(faultsOfUnit(closed, said.id, said)).toMatchObject([{ problem: 'parentClosed' }])
  })
})

test('a township moves to another county, a county department to another head of its line', () => {
  expect(changed('990301001', { territory_parent: unitId('990302') })).toEqual([])
})

test('only a unit with nothing open below it closes, and neither the top nor the only office', () => {
  const closing = (code: string) => faultOfClosing(units, unit(code))?.problem
  expect(closing('990300')).toBe('root')
  expect(closing('990301')).toBe('openBelow')
  expect(closing('990300-civilAffairs')).toBe('openBelow')
  expect(closing('990300-mechanismOffice')).toBe('onlyOffice')
  expect(closing('990301-civilAffairs')).toBeUndefined()
  expect(faultOfClosing(units, { ...unit('990301-civilAffairs'), closed_on: '2026-01-01' })?.problem).toBe(
    'closedAlready',
  )
})

test('whatever is moved where, a tree without a circle stays one', () => {
  const ids = units.map(({ id }) => id)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 12 }), (moves) => {
      let tree = [...units]
      for (const [id, under] of moves) {
        const said = tree.find((each) => each.id === id)
        if (!said) continue
        const next = { ...said, territory_parent: under }
        if (faultsOfUnit(tree, id, next).length === 0) tree = tree.map((each) => (each.id === id ? next : each))
      }
      for (const start of tree) {
        let steps = 0
        for (let at: UnitNode | undefined = start; at; at = tree.find(({ id }) => id === at?.territory_parent)) {
          steps += 1
          expect(steps).toBeLessThan(6)
        }
      }
    }),
    { numRuns: 60 },
  )
})
