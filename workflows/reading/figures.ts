import { listFigures } from '#db/read/figures.ts'
import { countPublished } from '#db/read/publication.ts'
import type { House } from '#workflows/house.ts'
import { nextOn } from '#workflows/protection/figure-days.ts'
import { FIGURE_NAMES } from './figure-parts.ts'

/**
 * About how many cases there are in each part of their life, as the newest weekly snapshot tells it (null: too few to be
 * told), and how many typical cases are published, which anybody can count at /cases. No part before the first snapshot.
 */
export async function readFigures({ db, clock }: Pick<House, 'db' | 'clock'>) {
  const cells = await listFigures(db, 'public')
  const shown = new Map(cells.map((row) => [row.cell, row.shown]))
  return {
    takenOn: cells[0]?.taken_on ?? null,
    nextOn: nextOn('public', clock.town()),
    parts: cells.length === 0 ? [] : FIGURE_NAMES.map((name) => ({ name, about: shown.get(name) ?? null })),
    published: await countPublished(db),
  }
}
export type PublicFigures = Awaited<ReturnType<typeof readFigures>>
