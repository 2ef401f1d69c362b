import { describe, expect, test } from 'vitest'
import { proposeUnits } from '#workflows/assignment/propose.ts'
import { unitsNamed } from '#workflows/assignment/recognise.ts'
import { ROLES } from '#workflows/roles/roles.ts'
import { KINDS } from '#workflows/settings-desk/kinds.ts'
import { PEOPLE } from '#workflows/sample-town/data/people.ts'
import { letterTexts, replyText, resultTexts } from '#workflows/sample-town/data/stories/office-texts.ts'
import { STORIES } from '#workflows/sample-town/data/stories/stories.ts'
import { OFFICE_CODE, UNITS } from '#workflows/sample-town/data/units.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'

const codes = UNITS.map(({ code }) => code)
const kindOf = (code: string) => KINDS.find((kind) => kind.code === code)
const inScope = STORIES.filter(
  ({ kind, accusedUnitCodes }) => kind !== 'OUT' && !accusedUnitCodes.includes(OFFICE_CODE),
)

describe('the unit tree', () => {
  test('names every unit once, after the units it answers to', () => {
    expect(new Set(codes).size).toBe(UNITS.length)
    UNITS.forEach(({ territory_parent, line_parent }, position) => {
      const before = new Set(UNITS.slice(0, position).map(({ id }) => id))
      for (const parent of [territory_parent, line_parent]) expect(parent === null || before.has(parent)).toBe(true)
    })
  })

  test('has ids that are the same in every copy of the town, shaped like a uuid of version 4', () => {
    expect(unitId('990300')).toBe('f6bb2c19-dafc-4974-8ea5-a6d4cc3c7401')
    for (const { id } of UNITS) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('the kinds', () => {
  test('are the eighteen kinds, 其他 and 不属受理范围, each in charge of lines that the city has', () => {
    expect(KINDS.filter(({ code }) => /^B[1-5]/.test(code))).toHaveLength(18)
    for (const { lines } of KINDS) for (const line of lines) expect(codes).toContain(`990300-${line}`)
  })
})

describe('the people', () => {
  test('fill every role, with logins of their own, at units that exist', () => {
    expect(new Set(PEOPLE.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES))
    expect(new Set(PEOPLE.map(({ login }) => login)).size).toBe(PEOPLE.length)
    for (const { unitCode } of PEOPLE) expect(codes).toContain(unitCode)
  })
})

describe('the stories', () => {
  test('cover every kind, at places and about units that exist', () => {
    expect(new Set(STORIES.map(({ kind }) => kind))).toEqual(new Set(KINDS.map(({ code }) => code)))
    expect(new Set(STORIES.map(({ id }) => id)).size).toBe(STORIES.length)
    for (const { placeUnitCode, accusedUnitCodes } of STORIES)
      for (const code of [placeUnitCode ?? '990300', ...accusedUnitCodes]) expect(codes).toContain(code)
  })

  test.each(inScope.filter(({ placeUnitCode }) => placeUnitCode).map((story) => [story.id, story] as const))(
    '%s: someone of the town answers each of its two letters',
    (_, { kind, placeUnitCode, accusedUnitCodes, noDispatch }) => {
      const proposed = proposeUnits({
        units: UNITS,
        kind: { lines: kindOf(kind)?.lines ?? [] },
        place: placeUnitCode && unitId(placeUnitCode),
        accused: accusedUnitCodes.map(unitId),
        noDispatch: noDispatch ?? false,
      })
      const handlerAt = (unit: string | null, role: 'territoryHandler' | 'departmentHandler') =>
        PEOPLE.some(({ unitCode, roles }) => unitId(unitCode) === unit && roles.includes(role))
      expect(handlerAt(proposed.territory, 'territoryHandler')).toBe(true)
      expect(handlerAt(proposed.department, 'departmentHandler')).toBe(true)
    },
  )

  test('the report or its field for the unit names whom the story accuses', () => {
    const missed = STORIES.filter(({ text, place, unit, accusedUnitCodes }) => {
      const named = unitsNamed(UNITS, [place, unit, text].join('\n'))
      return !accusedUnitCodes.some((code) => named.includes(unitId(code))) && accusedUnitCodes.length > 0
    })
    expect(missed.map(({ id }) => id)).toEqual([])
  })

  test('what leaves the office holds no number to call and no name to write to', () => {
    for (const story of STORIES) {
      const leaving = JSON.stringify([letterTexts(story), resultTexts(story), replyText(story)])
      expect(leaving).not.toMatch(/\d{7,}|@|微信[a-z]|QQ/)
    }
    expect(STORIES.some(({ text }) => /\d{7,}/.test(text))).toBe(true)
  })
})
