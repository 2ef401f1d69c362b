import { sql } from 'kysely'
import type { Database } from './transaction.ts'

/** The database server's own clock: to compare with this machine's, and for nothing else. */
export async function findServerTime(db: Database): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select statement_timestamp() as at`.execute(db)
  const [row] = rows
  if (!row) throw new Error('the server says no time')
  return row.at
}

/**
 * The timetable runs a duty only after the instant at which it last ran. Where a clock once stood ahead, that instant lies
 * in the future and nothing would run until then. Sets every such instant back to `now`, and returns how many there were.
 * Needs the owner's login.
 */
export async function correctTimetable(owner: Database, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update graphile_worker._private_known_crontabs set last_execution = ${now}, known_since = least(known_since, ${now})
    where last_execution > ${now} or known_since > ${now}`.execute(owner)
  return Number(numAffectedRows ?? 0)
}
