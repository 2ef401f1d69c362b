import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { inOneTransaction } from '#db/one-transaction.ts'
import { PREPARED, PREPARED_LAST } from '#db/prepared.ts'
import { type Database, inShortTransaction } from '#db/transaction.ts'
import { putTownValue } from '#db/write/town.ts'
import { freshDatabase, type TestDatabase } from '#tests/world/database.ts'

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await freshDatabase()
  // one connection: whatever an attempt leaves behind, the next one meets
  db = connect(database.ownerUrl, { max: 1 })
})
afterAll(async () => {
  await disconnect(db)
  await database.drop()
})

const read = (tx: Database) => tx.executeQuery(CompiledQuery.raw(`${PREPARED} select 1 as one`))
const write = (tx: Database, name: string) =>
  tx.executeQuery(CompiledQuery.raw(`${PREPARED_LAST} insert into town (name, value) values ($1, '1')`, [name]))
const names = async () => (await db.selectFrom('town').select('name').orderBy('name').execute()).map(({ name }) => name)

describe('a transaction whose begin and commit go along with its first and last statement', () => {
  test('stores all of it, and answers what its statements answered', async () => {
    const answer = await inShortTransaction(db, async (tx) => {
      const { rows } = await read(tx)
      await putTownValue(tx, 'between', 1)
      await write(tx, 'stored')
      return rows
    })
    expect(answer).toEqual([{ one: 1 }])
    expect(await names()).toEqual(['between', 'stored'])
  })

  test('stores nothing where the last statement fails, says why, and leaves the connection as it was', async () => {
    const twice = inShortTransaction(db, async (tx) => {
      await read(tx)
      await putTownValue(tx, 'lost', 1)
      await write(tx, 'stored')
    })
    await expect(twice).rejects.toMatchObject({ code: '23505' })
    expect(await names()).toEqual(['between', 'stored'])
  })

  test('stores nothing where the work gives up before its first statement, between two, or never comes to a last', async () => {
    const givesUp = (tx: Database, when: number, now: number) => {
      if (when === now) throw new Error('given up')
      return read(tx)
    }
    for (const when of [0, 1])
      await expect(
        inShortTransaction(db, async (tx) => {
          await givesUp(tx, when, 0)
          await putTownValue(tx, 'lost', 1)
          await givesUp(tx, when, 1)
        }),
      ).rejects.toThrow('given up')
    await inShortTransaction(db, async (tx) => putTownValue(tx, 'without a last', 1))
    expect(await names()).toEqual(['between', 'stored', 'without a last'])
  })

  test('refuses whatever is asked after the last: it would stand outside the transaction', async () => {
    const after = inShortTransaction(db, async (tx) => {
      await write(tx, 'the last')
      await putTownValue(tx, 'after the last', 1)
    })
    await expect(after).rejects.toThrow('after the last')
    expect(await names()).not.toContain('after the last')
    expect((await read(db)).rows).toEqual([{ one: 1 }])
  })

  test('ends nothing but itself where it is a part of another transaction', async () => {
    const before = await names()
    const whole = inOneTransaction(db, async (inside) => {
      await inShortTransaction(inside, async (tx) => write(tx, 'a part'))
      throw new Error('the whole fails')
    })
    await expect(whole).rejects.toThrow('the whole fails')
    expect(await names()).toEqual(before)
  })
})
