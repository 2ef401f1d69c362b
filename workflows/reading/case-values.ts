import type { KindRow } from '#db/read/units.ts'
import type { Complexity, DeadlineName, Finding, RefusalReason, Track } from '#workflows/case/names.ts'
import type { Day } from '#workflows/clock.ts'
import { addWorkingDays, type Calendar } from '#workflows/deadlines/working-days.ts'
import type { Lengths } from '#workflows/engine/date-lengths.ts'
import type { Spoken, Values } from '#workflows/templates/blanks.ts'
import type { Purpose } from '#workflows/templates/purposes.ts'
import { CHANNEL_WORDS, daySpoken, FINDING_WORDS, workingDaysSpoken } from '#workflows/templates/spoken.ts'

/** What the office knows of a case, and what its two units wrote: never a report, its channel or its hour. */
export type Known = {
  kind: KindRow | null
  complexity: Complexity | null
  place: string | null
  office: string | null
  finding: Finding | null
  /** the unit of each side: of the letters in force, before them of the brief */
  units: Record<Track, string | null>
  /** what each side answered last */
  results: Record<Track, { measures: string; effect: string; upkeep: string | null } | null>
  today: Day
  calendar: Calendar
  lengths: Lengths
}

/** How long whoever reads the text has. */
const READERS_DATE: { readonly [purpose in Purpose]?: DeadlineName } = {
  question: 'supplement',
  letter: 'rectification',
  reply: 'rating',
}

/** What fills the blanks of one template: `track` is the side it is written to, `outcome` the one it is for. */
export function valuesFor(known: Known, purpose: Purpose, track: Track | null, outcome: string | null): Values {
  const { kind, today, units, results } = known
  const date = READERS_DATE[purpose]
  const days = date && known.lengths(date, { kind: kind?.code ?? null, complexity: known.complexity }).days
  const other = track === 'territory' ? 'department' : 'territory'
  return {
    kind: kind ? { zh: kind.name_zh, en: kind.name_en } : undefined,
    basis: kind ? { zh: kind.basis_zh, en: kind.basis_en } : undefined,
    place: same(known.place),
    office: same(known.office),
    today: daySpoken(today),
    days: days ? workingDaysSpoken(days) : undefined,
    dueDay: days ? daySpoken(addWorkingDays(known.calendar, today, days).due) : undefined,
    finding: known.finding ? FINDING_WORDS[known.finding] : undefined,
    channel: isReason(outcome) ? CHANNEL_WORDS[outcome] : undefined,
    unit: track ? same(units[track]) : undefined,
    otherUnit: track ? same(units[other]) : undefined,
    territoryUnit: same(units.territory),
    departmentUnit: same(units.department),
    territoryMeasures: same(results.territory?.measures),
    departmentMeasures: same(results.department?.measures),
    territoryEffect: same(results.territory?.effect),
    departmentEffect: same(results.department?.effect),
    upkeep: same(results.territory?.upkeep ?? results.department?.upkeep),
  }
}

/** What people wrote is the same in every language. */
const same = (said: string | null | undefined): Spoken | undefined => (said ? { zh: said, en: said } : undefined)

const isReason = (outcome: string | null): outcome is RefusalReason => outcome !== null && outcome in CHANNEL_WORDS
