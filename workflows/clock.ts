/** The only source of time, and its units by name. Everyone else is handed a Clock. */
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The zone of the town: days begin and end in Shanghai wherever the server stands (UTC+8, no summer time since 1991). */
export const ZONE = 'Asia/Shanghai'
const ZONE_OFFSET = 8 * HOUR

/** A calendar day of the town, `YYYY-MM-DD`. Compares as text. */
export type Day = string

/**
 * Two clocks. `wall` drives sessions, one-time passwords, proof of work, rate limits and retries;
 * `town` (wall + the demonstration offset) drives cases, dates and notices, so that moving the
 * town's time logs nobody out.
 */
export type Clock = { wall(): Date; town(): Date }

/** The real clock, with the town shifted by `offset()` milliseconds (0 outside a demonstration). */
export const wallClock = (offset: () => number = () => 0): Clock => ({
  wall: () => new Date(),
  town: () => new Date(Date.now() + offset()),
})

/** A clock in the hand of a test or of the sample town: both hands stand where they are put. */
export type HandClock = Clock & { set(instant: Date | Day): void; advance(milliseconds: number): void }
export function handClock(start: Date | Day): HandClock {
  let now = toInstant(start)
  return {
    wall: () => new Date(now),
    town: () => new Date(now),
    set: (instant) => {
      now = toInstant(instant)
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds)
    },
  }
}
/** A bare day stands for ten in the morning of that day in Shanghai: within working hours. */
const toInstant = (start: Date | Day) => (typeof start === 'string' ? new Date(`${start}T10:00:00+08:00`) : start)

/** The day in Shanghai on which `instant` falls. */
export const dayOf = (instant: Date): Day => new Date(instant.getTime() + ZONE_OFFSET).toISOString().slice(0, 10)
/** The first instant of `day` in Shanghai. */
export const startOf = (day: Day): Date => new Date(`${day}T00:00:00+08:00`)
/** The instant with minutes and less cut off: all that is kept of when a reporter acted. */
export const hourOf = (instant: Date): Date => new Date(Math.floor(instant.getTime() / HOUR) * HOUR)
/** Whether a text is a day that there is, of these or neighbouring centuries: not 2026-02-30, not the year 0. */
export const isDay = (text: string): boolean =>
  /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(startOf(text).getTime()) && dayOf(startOf(text)) === text
/** The Monday of the week in which `day` lies. */
export const mondayOf = (day: Day): Day => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
/** `day` moved by whole calendar days. */
export const addDays = (day: Day, days: number): Day => dayOf(new Date(startOf(day).getTime() + days * DAY))
