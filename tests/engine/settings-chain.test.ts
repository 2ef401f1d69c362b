import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { connect, disconnect } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { keepChange } from '#workflows/settings-desk/keep-change.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

test('a change of settings is a link of its own chain, and a chain cut short is noticed', async () => {
  const keep = (after: number) =>
    inTransaction(town.db, (tx) =>
      keepChange(town.house, tx, null, 'changeKind', { subject: 'B11', before: null, after }),
    )
  await Promise.all([keep(1), keep(2), keep(3)])
  expect(await verifyJournal(town.db)).toMatchObject({ sound: true })
  const owner = connect(town.database.ownerUrl, { max: 1 })
  await sql`delete from journal where subject = 'settings' and seq = 3`.execute(owner)
  await disconnect(owner)
  expect(await verifyJournal(town.db)).toMatchObject({ sound: false, seq: 3, fault: 'missing' })
})
