import { HOUR, MINUTE } from '#workflows/clock.ts'

/** A session ends after half an hour of nothing, and after twelve hours whatever was done. Wall time. */
const IDLE = 30 * MINUTE
const WHOLE = 12 * HOUR
/** Noted no more often than this. */
const NOTED_EVERY = MINUTE

type Session = { begun_at: Date; seen_at: Date }

/** Sessions begun, or last seen, before these instants are over at `now`. */
export const spentBefore = (now: Date) => ({
  begun: new Date(now.getTime() - WHOLE),
  seen: new Date(now.getTime() - IDLE),
})

export function isSpent({ begun_at, seen_at }: Session, now: Date): boolean {
  const { begun, seen } = spentBefore(now)
  return begun_at <= begun || seen_at <= seen
}

export const isWorthNoting = ({ seen_at }: Session, now: Date): boolean =>
  now.getTime() - seen_at.getTime() >= NOTED_EVERY
