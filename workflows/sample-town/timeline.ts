/** From "the last act was three working days ago" back to when everything before it must have happened. */
import { addDays, type Day, MINUTE, startOf } from '#workflows/clock.ts'
import { type Calendar, isWorkingDay, subtractWorkingDays } from '#workflows/deadlines/working-days.ts'
import { REPORTER, type Timed, type Wait } from './turn.ts'

/** In minutes of the day: when officers begin, and when people have time to write. */
export const OFFICE_OPENS = 9 * 60
export const EVENING = 20 * 60
/** Between one act and the next of the same day, in minutes. */
const BETWEEN = 13

export type Moments<T> = { arrived: Date; turns: { at: Date; turn: T }[] }

/**
 * When each turn happened, so that the last was `ago` before `today`: officers in the morning of working days,
 * reporters in the evening. It `begins` at that minute of its first day; `spread` (minutes) keeps different cases apart.
 */
export function momentsOf<T extends Timed<unknown>>(
  turns: readonly T[],
  ago: Wait,
  { calendar, today, spread, begins }: { calendar: Calendar; today: Day; spread: number; begins: number },
): Moments<T> {
  const days: Day[] = [before(calendar, today, ago)]
  for (const { after } of [...turns].reverse()) days.unshift(before(calendar, days[0] ?? today, after))
  const [arrival = today, ...others] = days
  let latest = at(arrival, begins + spread)
  const arrived = latest
  const timed = turns.map((turn, position) => {
    const hour = turn.by.startsWith(REPORTER) ? EVENING : OFFICE_OPENS
    const usual = at(others[position] ?? arrival, hour + spread)
    const earliest = new Date(latest.getTime() + BETWEEN * MINUTE)
    latest = usual > earliest ? usual : earliest
    return { at: latest, turn }
  })
  return { arrived, turns: timed }
}

/** The working day that lies so long before `day`. */
function before(calendar: Calendar, day: Day, wait: Wait): Day {
  if (typeof wait === 'number') return subtractWorkingDays(calendar, day, wait)
  const there = addDays(day, -wait.days)
  return isWorkingDay(calendar, there) ? there : subtractWorkingDays(calendar, there, 1)
}

const at = (day: Day, minutes: number) => new Date(startOf(day).getTime() + minutes * MINUTE)
