import type { Kysely, Transaction as KyselyTransaction } from 'kysely'
import type { Tables } from './tables.ts'

/** What a reader takes: a pool or, as well, a transaction. */
export type Database = Kysely<Tables>
/** What a writer takes. */
export type Transaction = KyselyTransaction<Tables>

/**
 * Runs `work` in one transaction at read committed: all of it is stored, or, when it throws, nothing.
 * Retries nothing: who locks the row first decides, and the other finds the row changed.
 */
export const inTransaction = <Result>(
  db: Database,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> => db.transaction().setIsolationLevel('read committed').execute(work)

const ENDED_FOR_ANOTHER = ['40P01', '40001']
/** Of several that waited for each other the database ended this one: tried again, it sees what the others did. */
export const isEndedForAnother = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ENDED_FOR_ANOTHER.some((code) => code === error.code)

/**
 * The same for work whose last statement may be marked `PREPARED_LAST`: begin goes to the database together with the first
 * statement, commit together with the one so marked. After that nothing more can be asked.
 */
export const inShortTransaction = <Result>(
  db: Database,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> => db.transaction().execute(work)
