import { listFigures } from '#db/read/figures.ts'
import { listKinds } from '#db/read/units.ts'
import type { House } from '#workflows/house.ts'
import { nextOn } from '#workflows/protection/figure-days.ts'
import { kindCell, LEADERS_PHASES, OFFICE_LATE, phaseCell } from './figure-parts.ts'

/**
 * About how many cases stand where, and of which kinds some are late, as the newest daily snapshot tells it: in a fixed
 * order, no unit and no person beside another, the same for everybody who may read it. Whoever leads a unit could
 * otherwise tell from a change that somebody reported. A kind of which too few are running is not named.
 */
export async function readLeaderFigures({ db, clock }: Pick<House, 'db' | 'clock'>) {
  const { takenOn, shown } = await leadersCells(db)
  return {
    takenOn,
    nextOn: nextOn('leaders', clock.town()),
    phases: takenOn === null ? [] : LEADERS_PHASES.map((phase) => ({ phase, about: shown(phaseCell(phase)) })),
    kinds: (await listKinds(db)).flatMap(({ code, name_zh, name_en }) => {
      const running = shown(kindCell('running', code))
      const late = shown(kindCell('late', code))
      return running === null ? [] : [{ code, zh: name_zh, en: name_en, running, late }]
    }),
  }
}
export type LeaderFigures = Awaited<ReturnType<typeof readLeaderFigures>>

/** About how many of the office's own dates are over, by the same snapshot. */
export async function readOfficeLate(db: House['db']) {
  const { takenOn, shown } = await leadersCells(db)
  return { takenOn, late: shown(OFFICE_LATE) }
}

/** About how many cases are of a kind, by the same snapshot. */
export async function readCasesByKind(db: House['db']) {
  const { shown } = await leadersCells(db)
  return (code: string) => shown(kindCell('all', code))
}

async function leadersCells(db: House['db']) {
  const cells = await listFigures(db, 'leaders')
  const numbers = new Map(cells.map((row) => [row.cell, row.shown]))
  return { takenOn: cells[0]?.taken_on ?? null, shown: (cell: string) => numbers.get(cell) ?? null }
}
