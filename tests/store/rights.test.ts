import { randomBytes, randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import type { Tables } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { freshDatabase, type TestDatabase } from '#tests/world/database.ts'

const DENIED = { code: '42501' }
let database: TestDatabase
let app: Kysely<Tables>
let vault: Kysely<Tables>
let owner: Kysely<Tables>
beforeAll(async () => {
  database = await freshDatabase()
  app = connect(database.appUrl, { max: 2 })
  vault = connect(database.vaultUrl, { max: 1 })
  owner = connect(database.ownerUrl, { max: 1 })
})
afterAll(async () => {
  for (const db of [app, vault, owner]) await disconnect(db)
  await database.drop()
})

const entry = (subject_id: string) => ({
  subject: 'case' as const,
  subject_id,
  seq: 1,
  at: new Date('2026-11-23T02:00:00Z'),
  actor_kind: 'clock' as const,
  type: 'deadline.lapsed',
  prev_hash: randomBytes(32),
  hash: randomBytes(32),
})

test('a journal row once written is changed and removed by nobody who serves pages', async () => {
  const id = randomUUID()
  await app.insertInto('journal').values(entry(id)).execute()
  await expect(
    app
      .updateTable('journal')
      .set({ type: 'withdraw' } as never)
      .execute(),
  ).rejects.toMatchObject(DENIED)
  await expect(app.deleteFrom('journal').execute()).rejects.toMatchObject(DENIED)
  await expect(sql`truncate journal`.execute(app)).rejects.toMatchObject(DENIED)
  expect(await app.selectFrom('journal').select('type').where('subject_id', '=', id).execute()).toEqual([
    { type: 'deadline.lapsed' },
  ])
})

test('what a reporter said is not rewritten, while the counter beside it moves', async () => {
  const changed = app.updateTable('report')
  await expect(changed.set({ body: randomBytes(8) }).execute()).rejects.toMatchObject(DENIED)
  await changed.set({ used: true }).execute()
})

test('a data key is neither replaced nor destroyed by the login that serves pages', async () => {
  await expect(
    app
      .updateTable('data_key')
      .set({ wrapped: randomBytes(8) })
      .execute(),
  ).rejects.toMatchObject(DENIED)
  await expect(app.deleteFrom('data_key').execute()).rejects.toMatchObject(DENIED)
})

test('a contact goes into the vault and only the vault login reads it', async () => {
  const id = randomUUID()
  const contact = sql`insert into vault.sealed_contact (id, report_id, sealed) values (${id}, ${randomUUID()}, ${randomBytes(8)})`
  await expect(sql`${contact} returning id`.execute(app)).rejects.toMatchObject(DENIED)
  await inTransaction(app, (tx) => contact.execute(tx))
  await expect(sql`select from vault.sealed_contact`.execute(app)).rejects.toMatchObject(DENIED)
  const { rows } = await sql`select id from vault.sealed_contact`.execute(vault)
  expect(rows).toEqual([{ id }])
})

test('the vault login reads nothing else', async () => {
  await expect(vault.selectFrom('case_file').selectAll().execute()).rejects.toMatchObject(DENIED)
  await expect(vault.selectFrom('search.case_index').selectAll().execute()).rejects.toMatchObject(DENIED)
  await expect(sql`delete from vault.sealed_contact`.execute(vault)).rejects.toMatchObject(DENIED)
})

test('a job is enqueued through our own function and by no other way', async () => {
  const { rows } = await sql`select graphile_worker.add_job('deliver-notice')`
    .execute(app)
    .catch((error) => ({ rows: error }))
  expect(rows).toMatchObject(DENIED)
  await inTransaction(app, (tx) => sql`select engine.enqueue('deliver-notice', '{"errand":"1"}', 'kept')`.execute(tx))
  const undone = inTransaction(app, async (tx) => {
    await sql`select engine.enqueue('deliver-notice', '{"errand":"2"}', 'undone')`.execute(tx)
    throw new Error('the step was refused')
  })
  await expect(undone).rejects.toThrow('refused')
  const jobs = await sql`select key, task_identifier from graphile_worker.jobs`.execute(owner)
  expect(jobs.rows).toEqual([{ key: 'kept', task_identifier: 'deliver-notice' }])
})

test('neither login makes tables, not even passing ones that could stand in for ours', async () => {
  for (const db of [app, vault])
    for (const statement of ['create table public.mine ()', 'create temporary table journal ()', 'create schema mine'])
      await expect(sql.raw(statement).execute(db)).rejects.toMatchObject(DENIED)
})

test('every table of the schema has its rights stated, and both logins are limited ones', async () => {
  const unread = await sql`
    select c.oid::regclass::text as name from pg_class c
    where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('public', 'search')
      and c.relname not like 'kysely_migration%' and not has_table_privilege('huiyin_app', c.oid, 'select')`.execute(
    owner,
  )
  expect(unread.rows).toEqual([])
  const logins = await sql`
    select rolname, rolsuper or rolcreaterole or rolcreatedb or rolbypassrls as mighty from pg_roles
    where rolname in ('huiyin_app', 'huiyin_vault') order by 1`.execute(owner)
  expect(logins.rows).toEqual([
    { rolname: 'huiyin_app', mighty: false },
    { rolname: 'huiyin_vault', mighty: false },
  ])
})
