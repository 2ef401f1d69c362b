import { findReport, listMatters } from '#db/read/cases.ts'
import type { Database } from '#db/transaction.ts'
import type { House } from '#workflows/house.ts'
import type { Reporter } from '#workflows/roles/roles.ts'

/** The matters that one code opens, by report: more than one where officers split what was reported. Empty: no such report. */
export async function readMatters(db: Database, report: string): Promise<string[]> {
  const own = await findReport(db, report)
  return own ? (await listMatters(db, own.split_from ?? own.id)).map(({ id }) => id) : []
}

/** The holder of the same code, before another matter of their report (counted from 1); null where there is none. */
export async function matterOf({ db }: House, by: Reporter, position: number): Promise<Reporter | null> {
  const report = (await readMatters(db, by.report))[position - 1]
  return report === undefined ? null : { ...by, report }
}
