import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { freshDatabase } from '#tests/world/database.ts'

test('a connection cut between two statements fails that transaction and nothing else', async () => {
  const database = await freshDatabase()
  const db = connect(database.ownerUrl, { max: 2 })
  const cut = inTransaction(db, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db)
    await sql`select 1`.execute(tx)
  })
  await expect(cut).rejects.toThrow()
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
  await disconnect(db)
  await database.drop()
})
