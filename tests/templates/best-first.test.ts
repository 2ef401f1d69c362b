import { describe, expect, it } from 'vitest'
import { bestFirst } from '#workflows/templates/best-first.ts'

const letter = (kind: string | null, outcome: string | null) => ({ purpose: 'letter' as const, kind, outcome })
const TERRITORY = ['territory.easy', 'territory']

describe('choosing a template', () => {
  it('puts kind and outcome before kind, and both before the general ones', () => {
    const all = [
      letter(null, null),
      letter(null, 'territory'),
      letter(null, 'territory.easy'),
      letter('B12', null),
      letter('B12', 'territory'),
      letter('B12', 'territory.easy'),
    ]
    expect(bestFirst(all, { kind: 'B12', outcomes: TERRITORY })).toEqual(all.toReversed())
  })

  it('never offers what was written for another kind, side or complexity', () => {
    const others = [letter('B31', 'territory'), letter(null, 'department'), letter(null, 'territory.complex')]
    expect(bestFirst(others, { kind: 'B12', outcomes: TERRITORY })).toEqual([])
    expect(bestFirst([letter('B12', 'territory')], { kind: null, outcomes: TERRITORY })).toEqual([])
  })

  it('offers every reason where the reason is what the template brings', () => {
    const refusal = (outcome: string) => ({ purpose: 'refusal' as const, kind: null, outcome })
    const all = [refusal('noContent'), refusal('litigation')]
    expect(bestFirst(all, { kind: 'OUT', outcomes: null })).toEqual(all.toReversed())
  })

  it('leaves alike ones in the order they came in', () => {
    const alike = ['一', '二', '三'].map((title) => ({ ...letter(null, null), title }))
    expect(bestFirst(alike, { kind: null, outcomes: [] }).map(({ title }) => title)).toEqual(['一', '二', '三'])
  })
})
