import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { type Database, inTransaction } from '#db/transaction.ts'
import { lockPerson } from '#db/write/people.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { inTurn } from '#workflows/settings-desk/in-turn.ts'

let town: Town
let owner: Database
beforeAll(async () => {
  town = await aTown()
  owner = connect(town.database.ownerUrl, { max: 2 })
  // the row by which changes wait for each other is there
  await inTurn(town.db, async () => {})
})
afterAll(async () => {
  await disconnect(owner)
  await town.close()
})

test('a change that the database ended for another that waited too is made after it', async () => {
  const [one, other] = [town.officer('hewen').id, town.officer('luoping').id]
  let tries = 0
  let hold = () => {}
  const held = new Promise<void>((resolve) => {
    hold = resolve
  })
  const waits = async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      owner,
    )
    return (rows[0]?.n ?? 0) > 0
  }
  const first = inTransaction(owner, async (tx) => {
    await sql`set local deadlock_timeout = '1min'`.execute(tx)
    await lockPerson(tx, one)
    hold()
    while (!(await waits()));
    await lockPerson(tx, other)
    return 'first'
  })
  await held
  const second = inTurn(town.db, async (tx) => {
    tries += 1
    await lockPerson(tx, other)
    await lockPerson(tx, one)
    return 'second'
  })
  expect(await Promise.all([first, second])).toEqual(['first', 'second'])
  expect(tries).toBe(2)
})
