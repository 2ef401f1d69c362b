import { addDays, type Day, dayOf, HOUR, mondayOf } from '#workflows/clock.ts'

/** Snapshots are taken at three in the morning: no report of a working day is the last before one. */
const AT = 3
const EVERY = { public: 'week', leaders: 'day' } as const

/** The newest day whose three o'clock has passed, and on which this audience's snapshot is taken: for the public a Monday. */
export function dueOn(audience: keyof typeof EVERY, now: Date): Day {
  const day = dayOf(new Date(now.getTime() - AT * HOUR))
  return EVERY[audience] === 'week' ? mondayOf(day) : day
}
/** The day of the snapshot after that. */
export const nextOn = (audience: keyof typeof EVERY, now: Date): Day =>
  addDays(dueOn(audience, now), EVERY[audience] === 'week' ? 7 : 1)

/** Whether it is this audience's hour now: the first snapshot of a town waits for it. */
export const isHour = (audience: keyof typeof EVERY, now: Date): boolean =>
  dueOn(audience, now) !== dueOn(audience, new Date(now.getTime() - HOUR))
