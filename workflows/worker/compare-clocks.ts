import { correctTimetable, findServerTime } from '#db/server-clock.ts'
import type { Database } from '#db/transaction.ts'
import { MINUTE } from '#workflows/clock.ts'

/** Milliseconds by which this machine's clock may differ from the database server's. */
const TOLERANCE = 5 * MINUTE

/** A clock by which dates would fall due on the wrong day. `message` is the one line to show. */
export class ClockError extends Error {
  override name = 'ClockError'
}

/**
 * Compares this machine's clock with the database server's; throws ClockError where they differ by more than five
 * minutes, because deadlines would fall due on the wrong day. Then sets the timetable right where a clock stood ahead in
 * the past, and returns how many of its duties that concerned. `owner`: the owner's login.
 */
export async function compareClocks(owner: Database, machine: () => Date): Promise<number> {
  const server = await findServerTime(owner)
  const now = machine()
  const apart = Math.abs(now.getTime() - server.getTime())
  if (apart > TOLERANCE)
    throw new ClockError(
      `The clock of this machine says ${now.toISOString()}, that of the database server ${server.toISOString()}: set the wrong one right, then start again.`,
    )
  return correctTimetable(owner, new Date(Math.min(now.getTime(), server.getTime())))
}
