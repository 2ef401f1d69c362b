import { type Audience, countByKind, countPhases } from '#db/read/figures.ts'
import { countDated } from '#db/read/oversight.ts'
import type { Database } from '#db/transaction.ts'
import type { Day } from '#workflows/clock.ts'
import { OFFICE_DATES } from './dates-owed.ts'
import { FIGURE_NAMES, kindCell, LEADERS_PHASES, OFFICE_LATE, PARTS, phaseCell } from './figure-parts.ts'

/** So many late dates count no further: a leader learns that it is much, and goes there. */
const MOST_LATE = 1000

/**
 * The exact counts behind the cells of a snapshot, by the cell's name; for the worker that takes it, and for no page.
 * Every case counts, whomever it accuses: a number without those that accuse its reader would tell by its difference to
 * the public one how many these are.
 */
export async function countFigures(db: Database, audience: Audience, today: Day): Promise<ReadonlyMap<string, number>> {
  const phases = await countPhases(db)
  const of = (some: readonly string[]) => some.reduce((sum, phase) => sum + (phases.get(phase) ?? 0), 0)
  if (audience === 'public') return new Map(FIGURE_NAMES.map((name) => [name, of(PARTS[name])]))
  const late = await countDated(db, { away: [], names: OFFICE_DATES, today, due: 'late', most: MOST_LATE })
  return new Map([
    ...LEADERS_PHASES.map((phase) => [phaseCell(phase), of([phase])] as const),
    ...(await countByKind(db, today)).flatMap(
      (kind) =>
        [
          [kindCell('all', kind.code), kind.all],
          [kindCell('running', kind.code), kind.running],
          [kindCell('late', kind.code), kind.late],
        ] as const,
    ),
    [OFFICE_LATE, late],
  ])
}
