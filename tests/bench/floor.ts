import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import express from 'express'
import { connect, disconnect } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { visitHouse } from './visit.ts'

/**
 * The floor: `floor.ts DATA_DIR PORT` is a bare express route, in a process of its own, over the same pool to the same
 * database: takes a text, inserts two rows, commits and answers 200.
 */
const [dataDir = '', port = ''] = process.argv.slice(2)
const { house, ownerUrl, close } = await visitHouse(dataDir)

const owner = connect(ownerUrl, { max: 1 })
await sql`create schema if not exists bench`.execute(owner)
await sql`create table if not exists bench.said (id uuid primary key, body text not null)`.execute(owner)
await sql`create table if not exists bench.heard (id uuid primary key, said uuid not null references bench.said)`.execute(
  owner,
)
await sql`grant usage on schema bench to public`.execute(owner)
await sql`grant select, insert on all tables in schema bench to public`.execute(owner)
await disconnect(owner)

const site = express()
site.post('/', express.text({ type: '*/*' }), (request, response, next) => {
  const id = randomUUID()
  const stored = inTransaction(house.db, async (tx) => {
    await sql`insert into bench.said (id, body) values (${id}, ${request.body})`.execute(tx)
    await sql`insert into bench.heard (id, said) values (${randomUUID()}, ${id})`.execute(tx)
  })
  stored.then(() => response.type('text/plain').send('200'), next)
})
const server = site.listen(Number(port), '127.0.0.1', () => console.log(JSON.stringify({ port })))
process.on('SIGTERM', () => {
  server.closeAllConnections()
  server.close(() => void close())
})
