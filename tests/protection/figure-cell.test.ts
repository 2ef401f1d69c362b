import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FEWEST, type FigureCell, nextCell } from '#workflows/protection/figure-cell.ts'

const count = fc.nat({ max: 80 })
const draws = fc.array(fc.nat({ max: FEWEST - 1 }), { minLength: 200, maxLength: 200 })
/** Chance, known beforehand. */
const drawnFrom = (list: readonly number[]) => {
  let at = 0
  return () => list[at++ % list.length] ?? 0
}
/** How likely each number is to be told of this count next, the step and the rounding left to chance. */
function told(counted: number, shown: number | null, next: number): Map<string, number> {
  const likely = new Map<string, number>()
  for (let step = FEWEST; step < 2 * FEWEST; step += 1)
    for (let off = 0; off < FEWEST; off += 1) {
      const said = String(nextCell({ counted, shown, step }, next, () => off).shown)
      likely.set(said, (likely.get(said) ?? 0) + 1 / FEWEST ** 2)
    }
  return likely
}
/** 0: nobody can tell the two apart; 1: everybody always can. */
const apart = (a: Map<string, number>, b: Map<string, number>) =>
  [...new Set([...a.keys(), ...b.keys()])].reduce(
    (sum, key) => sum + Math.abs((a.get(key) ?? 0) - (b.get(key) ?? 0)) / 2,
    0,
  )

describe('A number that is told', () => {
  it('changes only once the count has moved by five or more since it last changed', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 12, maxLength: 12 }), draws, (weeks, list) => {
        const draw = drawnFrom(list)
        let cell: FigureCell | undefined
        let counted = 0
        for (const next of weeks) {
          const before: FigureCell | undefined = cell
          cell = nextCell(before, next, draw)
          if (cell.shown !== (before?.shown ?? null)) {
            expect(Math.abs(next - counted)).toBeGreaterThanOrEqual(FEWEST)
            counted = next
          } else if (cell.counted !== (before?.counted ?? 0)) counted = next
        }
      }),
    )
  })

  it('is a multiple of five within four of the count when it changes, or is not told; below five it never is', () => {
    fc.assert(
      fc.property(count, fc.nat({ max: FEWEST - 1 }), (next, off) => {
        const { shown } = nextCell({ counted: next + 100, shown: 5, step: FEWEST }, next, () => off)
        if (next < FEWEST) expect(shown).toBeNull()
        if (next >= 2 * FEWEST) expect(shown).not.toBeNull()
        if (shown !== null) expect([shown % FEWEST, Math.abs(shown - next) < FEWEST]).toEqual([0, true])
      }),
    )
  })

  it('does not flip with the next stranger’s report, however many reports of one’s own brought it to an edge', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 0, max: 20 }), (counted, own) => {
        const shown = nextCell({ counted: counted + 100, shown: null, step: FEWEST }, counted, () => 0).shown
        const without = told(counted, shown, counted + own)
        const with1 = told(counted, shown, counted + own + 1)
        // two in five at the very worst, where whoever attacks knows every other report of the week
        expect(apart(without, with1)).toBeLessThanOrEqual(0.4 + 1e-9)
      }),
    )
  })

  it('that was never counted starts from none: the first of a small town gives no edge away either', () => {
    expect(nextCell(undefined, 4, () => 0).shown).toBeNull()
    expect(nextCell(undefined, 8, () => 4).shown).toBeNull()
    expect(nextCell(undefined, 40, () => 2).shown).toBe(40)
  })
})
