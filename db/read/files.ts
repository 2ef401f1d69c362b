import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

export const findFile = (db: Database, id: string) =>
  db
    .selectFrom('file')
    .select(['id', 'case_id', 'name', 'type', 'size', 'chunks'])
    // an address is whatever somebody typed
    .where(sql<string>`id::text`, '=', id)
    .executeTakeFirst()

/** The sealed chunks of a file, in order. */
export const listChunks = (db: Database, fileId: string) =>
  db.selectFrom('file_chunk').select(['position', 'bytes']).where('file_id', '=', fileId).orderBy('position').execute()

export const listFilesOfReport = (db: Database, reportId: string) =>
  db.selectFrom('file').select(['id', 'name', 'size']).where('owner_id', '=', reportId).execute()
