import type { Database } from '#db/transaction.ts'

/** The wrapped data key of a case or typical case, or undefined where it was destroyed. */
export async function findWrappedKey(db: Database, id: string): Promise<Buffer | undefined> {
  const row = await db.selectFrom('data_key').select('wrapped').where('id', '=', id).executeTakeFirst()
  return row?.wrapped
}

export const listWrappedKeys = (db: Database, ids: readonly string[]) =>
  db.selectFrom('data_key').select(['id', 'wrapped']).where('id', 'in', ids).execute()
