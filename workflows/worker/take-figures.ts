import type { Audience } from '#db/read/figures.ts'
import { inTransaction } from '#db/transaction.ts'
import { lockFigures, putFigures } from '#db/write/figures.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { type Draw, nextCell } from '#workflows/protection/figure-cell.ts'
import { dueOn, isHour } from '#workflows/protection/figure-days.ts'
import { countFigures } from '#workflows/reading/counted-figures.ts'

const AUDIENCES: readonly Audience[] = ['public', 'leaders']
type Taking = {
  /** in place of chance, where it must be known */
  draw?: Draw
  /** takes the first snapshot of a town at once, and not at the hour */
  first?: boolean
}

/**
 * Takes the snapshots that are due: what the public is told each Monday, what leaders are told each day, both at three
 * in the morning. One that was missed is made up for. Nobody else writes these numbers, and no page counts anything
 * itself. Answers with how many were taken.
 */
export async function runOnce(
  house: Pick<House, 'db' | 'clock'>,
  { draw, first = false }: Taking = {},
): Promise<number> {
  const now = house.clock.town()
  let taken = 0
  for (const audience of AUDIENCES)
    taken += await inTransaction(house.db, async (tx) => {
      const before = await lockFigures(tx, audience)
      const last = before[0]?.taken_on
      if (last === undefined ? !first && !isHour(audience, now) : last >= dueOn(audience, now)) return 0
      const taken_on = dayOf(now)
      const counts = await countFigures(tx, audience, taken_on)
      const rows = [...counts].map(([cell, count]) => ({
        audience,
        cell,
        taken_on,
        ...nextCell(
          before.find((row) => row.cell === cell),
          count,
          draw,
        ),
      }))
      await putFigures(tx, rows)
      return 1
    })
  return taken
}
