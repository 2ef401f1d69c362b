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
const NO_RUNGS = { reminder: null, yellow: null, supervision: null, leader: null }
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
  test('has the rungs of its rule, the usual ones where it names none, and none that it takes away', () => {
    const ladderBy = (more: Partial<DateRule>) => lengthOn([rule(more)], TODAY, 'rectification', matter).ladder
    expect(ladderBy({ days: 20 })).toEqual({ reminder: 7, yellow: 1, order: 5, leader: 10 })
    expect(ladderBy({ days: 20, reminder: 10, leader: 0 })).toEqual({ reminder: 10, yellow: 1, order: 5, leader: null })
    expect(ladderBy({ days: 9 })).toMatchObject({ reminder: 4 })
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
    rungs: NO_RUNGS,
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
    ['with a reminder that is no number', { rungs: { ...NO_RUNGS, reminder: Number.NaN } }, 'reminder rung'],
    ['with a reminder before the date is given', { rungs: { ...NO_RUNGS, reminder: 7 } }, 'reminder tooEarly'],
    ['with a yellow card before the reminder', { rungs: { ...NO_RUNGS, reminder: 2, yellow: 3 } }, 'reminder order'],
    ['with the leader told before the order', { rungs: { ...NO_RUNGS, supervision: 9, leader: 9 } }, 'leader order'],
    ['with a yellow card before the usual reminder', { days: 15, rungs: { ...NO_RUNGS, yellow: 10 } }, 'yellow order'],
    [
      'with a yellow card on the day of the usual reminder',
      { days: 8, rungs: { ...NO_RUNGS, yellow: 4 } },
      'yellow order',
    ],
    ['with a reminder on the day of the usual yellow card', { rungs: { ...NO_RUNGS, reminder: 1 } }, 'reminder order'],
    [
      'with the leader told before the usual order',
      { name: 'rectification', days: 15, rungs: { ...NO_RUNGS, leader: 3 } },
      'leader order',
    ],
    [
      'with the order after the leader is usually told',
      { name: 'rectification', days: 15, rungs: { ...NO_RUNGS, supervision: 12 } },
      'supervision order',
    ],
    ['with a card where nobody is late', { name: 'rating', rungs: { ...NO_RUNGS, yellow: 1 } }, 'yellow noRungs'],
  ])('%s', (_, more, fault) => {
    expect(faultsOfDateRule(said(more), ['B31'], TODAY).map(({ field, problem }) => `${field} ${problem}`)).toEqual([
      fault,
    ])
  })
  test('but otherwise it is', () => {
    expect(faultsOfDateRule(said({ kind: 'B31', complexity: 'easy' }), ['B31'], TODAY)).toEqual([])
    const rungs = { ...NO_RUNGS, reminder: 0, yellow: 5, supervision: 0, leader: 3 }
    expect(faultsOfDateRule(said({ name: 'rectification', days: 15, rungs }), [], TODAY)).toEqual([])
    expect(faultsOfDateRule(said({ days: 1 }), [], TODAY)).toEqual([])
  })
})
