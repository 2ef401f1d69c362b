import type { OfficeHours } from './office-hours.ts'

/** Working hours as a form says them, `HH:MM` or empty: two halves of the day with a break at noon, or one. */
export const HOUR_FIELDS = ['opens', 'noon', 'afternoon', 'closes'] as const
export type HourField = (typeof HOUR_FIELDS)[number]
export type HoursTyped = Record<HourField, string>
export type HoursFault = { field: HourField; problem: 'hourMissing' | 'hour' | 'hourOrder' | 'tooFewHours' }

/** In less time nobody can be told of anything. */
const FEWEST_MINUTES = 120

/**
 * What the four fields mean. All empty: null, the unit goes by the hours above it. Without a break the two in the middle
 * are empty.
 */
export function readHours(typed: HoursTyped): { hours: OfficeHours | null } | { faults: HoursFault[] } {
  const said = HOUR_FIELDS.filter((field) => typed[field] !== '')
  if (said.length === 0) return { hours: null }
  const broken = typed.noon !== '' || typed.afternoon !== ''
  const needed = broken ? HOUR_FIELDS : (['opens', 'closes'] as const)
  const missing = needed.filter((field) => typed[field] === '')
  if (missing.length > 0) return { faults: missing.map((field) => ({ field, problem: 'hourMissing' })) }
  const wrong = needed.filter((field) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(typed[field]))
  if (wrong.length > 0) return { faults: wrong.map((field) => ({ field, problem: 'hour' })) }
  const disordered = needed.filter((field, at) => at > 0 && typed[field] <= typed[needed[at - 1] ?? 'opens'])
  if (disordered.length > 0) return { faults: disordered.map((field) => ({ field, problem: 'hourOrder' })) }
  const { opens, noon, afternoon, closes } = typed
  const halves = [
    { opens, closes: noon },
    { opens: afternoon, closes },
  ]
  const hours: OfficeHours = broken ? halves : [{ opens, closes }]
  const minutes = hours.reduce((sum, span) => sum + minuteOf(span.closes) - minuteOf(span.opens), 0)
  return minutes < FEWEST_MINUTES ? { faults: [{ field: 'closes', problem: 'tooFewHours' }] } : { hours }
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Hours as the form shows them. */
export function typedOf(hours: OfficeHours | null): HoursTyped {
  const [first, second] = hours ?? []
  return {
    opens: first?.opens ?? '',
    noon: second ? (first?.closes ?? '') : '',
    afternoon: second?.opens ?? '',
    closes: second?.closes ?? first?.closes ?? '',
  }
}

/** `08:30–12:00 14:00–17:30`. */
export const spokenHours = (hours: OfficeHours): string =>
  hours.map(({ opens, closes }) => `${opens}–${closes}`).join(' ')
