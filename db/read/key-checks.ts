import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/** The sealed values by which keys are proved; none in a database from before there were any, or that is empty. */
export async function listKeyChecks(db: Database): Promise<{ name: string; sealed: Buffer }[]> {
  if (!(await isThere(db, 'key_check'))) return []
  return db.selectFrom('key_check').select(['name', 'sealed']).orderBy('name').execute()
}

/** Some data key, as it is wrapped; none in an empty database. */
export async function findAnyDataKey(db: Database): Promise<{ id: string; wrapped: Buffer } | undefined> {
  if (!(await isThere(db, 'data_key'))) return undefined
  return db.selectFrom('data_key').select(['id', 'wrapped']).limit(1).executeTakeFirst()
}

/** Some sealed postbox, likewise. */
export async function findAnyPostbox(db: Database): Promise<{ report_id: string; sealed: Buffer } | undefined> {
  if (!(await isThere(db, 'postbox'))) return undefined
  return db.selectFrom('postbox').select(['report_id', 'sealed']).limit(1).executeTakeFirst()
}

async function isThere(db: Database, table: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass(${`public.${table}`}) is not null as found`.execute(
    db,
  )
  return rows[0]?.found ?? false
}
