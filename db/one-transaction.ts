import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely'
import type { Tables } from './tables.ts'
import type { Database } from './transaction.ts'

/**
 * Runs `work` on a database handle whose transactions are all parts of one: everything it did is stored at the end,
 * or, when it throws or the process dies, nothing. One transaction at a time inside; for filling an empty town.
 */
export const inOneTransaction = <Result>(db: Database, work: (inside: Database) => Promise<Result>): Promise<Result> =>
  db.connection().execute(async (connection) => {
    await sql`start transaction`.execute(connection)
    try {
      const result = await work(nested(connection))
      await sql`commit`.execute(connection)
      return result
    } catch (error) {
      await sql`rollback`.execute(connection)
      throw error
    }
  })

/** A handle on the one connection that begins a savepoint where others begin a transaction. */
const nested = (connection: Database): Database =>
  new Kysely<Tables>({
    dialect: {
      createDriver: () => savepoints(connection),
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })

function savepoints(connection: Database): Driver {
  const borrowed: DatabaseConnection = {
    executeQuery: <Row>(query: CompiledQuery) => connection.executeQuery<Row>(query as CompiledQuery<Row>),
    streamQuery: () => {
      throw new Error('nothing is streamed inside one transaction')
    },
  }
  const nothing = async () => {}
  return {
    init: nothing,
    acquireConnection: async () => borrowed,
    beginTransaction: async () => void (await sql`savepoint part`.execute(connection)),
    commitTransaction: async () => void (await sql`release savepoint part`.execute(connection)),
    rollbackTransaction: async () => {
      await sql`rollback to savepoint part`.execute(connection)
      await sql`release savepoint part`.execute(connection)
    },
    releaseConnection: nothing,
    destroy: nothing,
  }
}
