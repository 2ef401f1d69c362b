import { findTimeKeeping } from '#db/read/health.ts'
import type { House } from '#workflows/house.ts'
import type { Finding } from './examine.ts'

/** The hour of a report is stored; what the server keeps of its instant is said here, and some of it can be turned off. */
export async function commitTimes({ db, settings }: House): Promise<Finding> {
  const check = 'times'
  const { tracked, archived, copied } = await findTimeKeeping(db)
  if (tracked)
    return {
      check,
      ok: false,
      says: 'track_commit_timestamp is on: the server keeps the instant of every report, turn it off',
    }
  if (archived || copied)
    return {
      check,
      ok: true,
      says: "the server's log is archived or copied, and holds the instant of every report: keep its copies as secret as the reports, and no longer than a restore needs",
    }
  const says =
    settings.databaseUrl === null
      ? "the server's log is dropped every hour"
      : "the server's log holds the instant of every report until it is overwritten"
  return { check, ok: true, says }
}
