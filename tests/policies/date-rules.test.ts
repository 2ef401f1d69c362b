import { describe, expect, test } from 'vitest'
import { type DateRule, type DateRuleSaid, faultsOfDateRule, lengthOn } from '#workflows/deadlines/date-rules.ts'

const TODAY = '2026-10-12'
const rule = (more: Partial<DateRule>): DateRule => ({
  id: '1',
  name: 'rectification',
  kind: null,
  complexity: null,
  days: 9,
  reminder: null,
  yellow: null,
  supervision: null,
  leader: null,
  valid_from: '2026-01-01',
  ended_on: null,
  source: '云办发〔2026〕3号',
  ...more,
})
const matter = { kind: 'B31', complexity: 'complex' } as const
const daysBy = (...rules: DateRule[]) => lengthOn(rules, TODAY, 'rectification', matter).days

describe('the length of a date given today', () => {
  test('is the catalogue’s, where nobody set another', () => {
    expect(lengthOn([], TODAY, 'rectification', matter)).toMatchObject({ days: 30, source: '省级政务服务热线办理规则' })
    expect(daysBy(rule({ name: 'triage' }))).toBe(30)
  })
  test('is that of the most exact rule: kind and complexity, kind, complexity, all', () => {
    const general = rule({ days: 1 })
    const complex = rule({ days: 2, complexity: 'complex' })
    const kind = rule({ days: 3, kind: 'B31' })
    const both = rule({ days: 4, kind: 'B31', complexity: 'complex' })
    const other = rule({ days: 5, kind: 'B11', complexity: 'complex' })
    expect(daysBy(general, complex, kind, both, other)).toBe(4)
    expect(daysBy(other, kind, complex, general)).toBe(3)
    expect(daysBy(general, complex, other)).toBe(2)
    expect(daysBy(other, general)).toBe(1)
  })
  test('goes by a rule from its first day to the day before its last', () => {
    expect(daysBy(rule({ valid_from: '2026-10-13' }))).toBe(30)
    expect(daysBy(rule({ valid_from: TODAY }))).toBe(9)
    expect(daysBy(rule({ ended_on: TODAY }))).toBe(30)
    expect(daysBy(rule({ ended_on: '2026-10-13' }))).toBe(9)
  })
})

describe('a rule is not taken', () => {
  const said = (more: Partial<DateRuleSaid>): DateRuleSaid => ({
    name: 'reply',
    kind: null,
    complexity: null,
    days: 7,
    validFrom: TODAY,
    source: '云办发〔2026〕3号',
    ...more,
  })
  test.each<[string, Partial<DateRuleSaid>, string]>([
    ['for a date that there is not', { name: 'constructor' }, 'name wrong'],
    ['for a kind that there is not', { kind: 'B98' }, 'kind wrong'],
    ['for a complexity that there is not', { complexity: 'hard' }, 'complexity wrong'],
    ['of no days', { days: 0 }, 'days days'],
    ['of days that are no number', { days: Number.NaN }, 'days days'],
    ['longer than a year of work', { days: 400 }, 'days days'],
    ['from yesterday on: dates given are not touched', { validFrom: '2026-10-11' }, 'validFrom past'],
    ['from a day that there is not', { validFrom: '2027-02-30' }, 'validFrom wrong'],
    ['from no day', { validFrom: '' }, 'validFrom missing'],
    ['on nobody’s word', { source: '' }, 'source missing'],
  ])('%s', (_, more, fault) => {
    expect(faultsOfDateRule(said(more), ['B31'], TODAY).map(({ field, problem }) => `${field} ${problem}`)).toEqual([
      fault,
    ])
  })
  test('but otherwise it is', () => {
    expect(faultsOfDateRule(said({ kind: 'B31', complexity: 'easy' }), ['B31'], TODAY)).toEqual([])
  })
})
