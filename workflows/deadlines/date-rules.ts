import { COMPLEXITIES, type Complexity, DEADLINE_NAMES, type DeadlineName } from '#workflows/case/names.ts'
import { type Day, isDay } from '#workflows/clock.ts'
import { DEADLINES, lengthOf, OBJECTION_DAYS } from './catalogue.ts'
import { type Ladder, ladderOf } from './ladder.ts'
import { RUNG_FIELDS, type RungField } from './rung-fields.ts'

/** A length that stands in place of the catalogue's, for dates given from a day on. `ended_on` is the first day without it. */
export type DateRule = {
  id: string
  name: string
  /** null: whatever the kind, whatever the complexity */
  kind: string | null
  complexity: Complexity | null
  days: number
  /** null: as the catalogue has it */
  reminder: number | null
  yellow: number | null
  supervision: number | null
  leader: number | null
  valid_from: Day
  ended_on: Day | null
  source: string
}

/** What a date is given by: how long, on whose word, and what is done about it. */
export type Length = { days: number; source: string; ladder: Ladder | null }

/**
 * The length of a date given on `today`. The most exact rule wins: of this kind and complexity, of this kind, of this
 * complexity, for all; else the catalogue's. What was given before stays as it is: this is asked once, on that day.
 */
export function lengthOn(
  rules: readonly DateRule[],
  today: Day,
  name: DeadlineName,
  matter: { kind: string | null; complexity: Complexity },
): Length {
  const fitting = rules.filter(
    (rule) =>
      rule.name === name &&
      isInForce(rule, today) &&
      (rule.kind === null || rule.kind === matter.kind) &&
      (rule.complexity === null || rule.complexity === matter.complexity),
  )
  const [rule] = fitting.toSorted((one, other) => exactness(other) - exactness(one) || later(one, other))
  const { days, source } = rule ?? { days: lengthOf(name, matter.complexity), source: DEADLINES[name].source }
  const usual = ladderOf(name, days)
  const ladder = usual && rule ? { ...usual, ...rungsSaid(rule) } : usual
  return { days, source, ladder }
}

/** The rungs that a rule names itself; 0 days takes a rung away. */
const rungsSaid = ({ reminder, yellow, supervision: order, leader }: DateRuleSaid['rungs']): Partial<Ladder> =>
  Object.fromEntries(
    Object.entries({ reminder, yellow, order, leader }).flatMap(([rung, days]) =>
      days === null ? [] : [[rung, days === 0 ? null : days]],
    ),
  )

export const isInForce = ({ valid_from, ended_on }: Pick<DateRule, 'valid_from' | 'ended_on'>, today: Day): boolean =>
  valid_from <= today && (ended_on === null || today < ended_on)
export const isComing = ({ valid_from, ended_on }: Pick<DateRule, 'valid_from' | 'ended_on'>, today: Day): boolean =>
  valid_from > today && (ended_on === null || valid_from < ended_on)

const exactness = ({ kind, complexity }: DateRule) => (kind === null ? 0 : 2) + (complexity === null ? 0 : 1)
const later = (one: DateRule, other: DateRule) => (one.valid_from < other.valid_from ? 1 : -1)

/** The state of all rules of one date, by which a form knows whether somebody was first. */
export const stampOf = (rules: readonly Pick<DateRule, 'id' | 'ended_on'>[]): string =>
  rules.map(({ id, ended_on }) => `${id.slice(0, 8)}${ended_on ?? ''}`).join(' ')

export type DateRuleSaid = {
  name: string
  kind: string | null
  complexity: string | null
  days: number
  /** NaN: not a number; null: not said */
  rungs: Record<RungField, number | null>
  validFrom: string
  source: string
}
export type DateRuleFault = {
  field: Exclude<keyof DateRuleSaid, 'rungs'> | RungField
  problem: 'missing' | 'tooLong' | 'wrong' | 'past' | 'days' | 'rung' | 'tooEarly' | 'order' | 'noRungs'
}

export const LONGEST_DATE = { workingDays: 120, calendarDays: 365 } as const
const LONGEST_SOURCE = 120
/** Further after its date nobody who is told can still do much. */
const LATEST_RUNG = 60
const LONGEST_AHEAD_YEARS = 5

/** What stands against a rule as it was typed. Dates given already are never touched, so it begins today or later. */
export function faultsOfDateRule(said: DateRuleSaid, kinds: readonly string[], today: Day): DateRuleFault[] {
  const faults: DateRuleFault[] = []
  const name = DEADLINE_NAMES.find((each) => each === said.name)
  if (!name) faults.push({ field: 'name', problem: 'wrong' })
  if (said.kind !== null && !kinds.includes(said.kind)) faults.push({ field: 'kind', problem: 'wrong' })
  if (said.complexity !== null && !COMPLEXITIES.some((each) => each === said.complexity))
    faults.push({ field: 'complexity', problem: 'wrong' })
  const most = LONGEST_DATE[name ? DEADLINES[name].unit : 'workingDays']
  const least = name === 'dispatchObjection' ? OBJECTION_DAYS : 1
  if (!Number.isInteger(said.days) || said.days < least || said.days > most)
    faults.push({ field: 'days', problem: 'days' })
  faults.push(...faultsOfRungs(said, name))
  if (!isDay(said.validFrom)) faults.push({ field: 'validFrom', problem: said.validFrom === '' ? 'missing' : 'wrong' })
  else if (said.validFrom < today) faults.push({ field: 'validFrom', problem: 'past' })
  else if (Number(said.validFrom.slice(0, 4)) > Number(today.slice(0, 4)) + LONGEST_AHEAD_YEARS)
    faults.push({ field: 'validFrom', problem: 'wrong' })
  if (said.source === '') faults.push({ field: 'source', problem: 'missing' })
  if (said.source.length > LONGEST_SOURCE) faults.push({ field: 'source', problem: 'tooLong' })
  return faults
}

/**
 * A reminder lies within its date, the cards follow it, and nobody is told of what nobody owes. A rung that is not said is
 * as usual, and what is said must come in order with it too.
 */
function faultsOfRungs({ days, rungs }: DateRuleSaid, name: DeadlineName | undefined): DateRuleFault[] {
  const said = RUNG_FIELDS.filter((field) => rungs[field] !== null)
  if (name && DEADLINES[name].lapses !== 'tells') return said.map((field) => ({ field, problem: 'noRungs' }))
  const wrong = said.filter((field) => !Number.isInteger(rungs[field]) || Number(rungs[field]) > LATEST_RUNG)
  if (wrong.length > 0) return wrong.map((field) => ({ field, problem: 'rung' }))
  const early = (['reminder', 'yellow'] as const).filter((field) => Number(rungs[field] ?? -1) >= days)
  if (early.length > 0) return early.map((field) => ({ field, problem: 'tooEarly' }))
  const usual = name ? ladderOf(name, days) : null
  if (!usual) return []
  const { reminder, yellow, order, leader } = { ...usual, ...rungsSaid(rungs) }
  const faults: DateRuleFault[] = []
  if (said.length > 0 && reminder !== null && yellow !== null && reminder <= yellow)
    faults.push({ field: rungs.reminder === null ? 'yellow' : 'reminder', problem: 'order' })
  if (said.length > 0 && order !== null && leader !== null && leader <= order)
    faults.push({ field: rungs.leader === null ? 'supervision' : 'leader', problem: 'order' })
  return faults
}
