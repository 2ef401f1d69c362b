import { randomInt } from 'node:crypto'

/** Numbers are told in multiples of this, none below it is told, and none changes for fewer changes than this. */
export const FEWEST = 5

/** A number that is told, with what must stay in the house: the count behind it, and how far it must move. */
export type FigureCell = { shown: number | null; counted: number; step: number }
/** A whole number from 0 to below `most`, each alike. */
export type Draw = (most: number) => number

/**
 * What is told of a count in the next snapshot. It stays what it was until the count has moved by a secret step of 5 to 9
 * since it last changed. Then it is rounded up or down at random to a multiple of five (random rounding, as statistical
 * offices do), and a new step is drawn. Whoever brings the count to an edge by reports of their own therefore knows
 * neither where the edge is nor on which side the next report falls. A number below five is not told at all; what was
 * never counted starts from none.
 */
export function nextCell(before: FigureCell | undefined, count: number, draw: Draw = randomInt): FigureCell {
  const { shown, counted, step } = before ?? { shown: null, counted: 0, step: drawnStep(draw) }
  if (Math.abs(count - counted) < step) return { shown, counted, step }
  const off = draw(FEWEST)
  const rounded = Math.floor((count + FEWEST - 1 - off) / FEWEST) * FEWEST
  return { shown: count - off < FEWEST ? null : rounded, counted: count, step: drawnStep(draw) }
}
const drawnStep = (draw: Draw) => FEWEST + draw(FEWEST)
