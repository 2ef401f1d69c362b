import { countLateByKind, countPhases } from '#db/read/case-record.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { PHASE_NAMES } from './desk-phases.ts'
import { roughly } from './figures.ts'
import { keptFrom } from './known.ts'

/**
 * About how many cases stand where, and of which kinds some are late: in a fixed order, no unit and no person beside
 * another. Rounded down to fives and untold below five, as for the public: whoever leads a unit could otherwise tell from
 * a change that somebody reported. A kind of which fewer are running is not named.
 */
export async function readLeaderFigures(house: House, by: Staff) {
  const today = dayOf(house.clock.town())
  const away = await keptFrom(house, by)
  const counted = new Map((await countPhases(house.db, away)).map(({ phase, cases }) => [phase, Number(cases)]))
  const phases = [...PHASE_NAMES, 'struckOff', 'handedUp'] as const
  return {
    today,
    phases: phases.map((phase) => ({ phase, cases: roughly(counted.get(phase) ?? 0) })),
    kinds: (await countLateByKind(house.db, away, today)).flatMap((row) => {
      const running = roughly(Number(row.running))
      const late = roughly(Number(row.late))
      return running === null ? [] : [{ code: row.code, zh: row.name_zh, en: row.name_en, running, late }]
    }),
  }
}
export type LeaderFigures = Awaited<ReturnType<typeof readLeaderFigures>>
