import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import type { Database } from '#db/transaction.ts'
import { inFolder } from '#tests/protection/fresh-keys.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { createKeys } from '#workflows/protection/keys.ts'
import { printReceipt } from '#workflows/protection/receipt-code.ts'
import { everyFile, everyTable, found } from './everywhere.ts'
import { markedCircle } from './marked-circle.ts'
import { markedWaysIn } from './marked-ways-in.ts'
import { hashesOf, shapesOf } from './shapes.ts'

/** Of a mail or a call: what somebody could guess, hash and look for. */
const GUESSABLE = /^(姓名|from|id|主题|签名|电话|照片.jpg|诉求人|诉求人电话|办件编号)$/
const stem = `mark${randomBytes(8).toString('hex')}`

describe('what anybody wrote, sent or said, from the report to the typical case', () => {
  let town: Town
  let owner: Database
  let guessable: string[]
  const numbers: string[] = []
  let circle: Awaited<ReturnType<typeof markedCircle>>
  beforeAll(async () => {
    const passphrases = ['one of the tests', 'two of the tests', 'three of the tests'] as const
    const keys = await inFolder((folder) => createKeys(join(folder, 'keys.json'), { custodians: passphrases }))
    town = await aTown({ keys })
    owner = connect(town.database.ownerUrl, { max: 1, timeoutMs: 0 })
    circle = await markedCircle(town, stem)
    guessable = [...circle.marks]
    await markedWaysIn(town, (name, _where, as) => {
      const mark = as ?? `${stem}${circle.marks.length}${name}`
      if (as) numbers.push(as)
      circle.marks.push(mark)
      if (GUESSABLE.test(name)) guessable.push(mark)
      return mark
    })
  })
  afterAll(async () => {
    await disconnect(owner)
    await town.close()
  })

  const hashes = () =>
    new Map(
      guessable.flatMap((mark) => [...hashesOf(mark)].map(([name, shape]) => [`${name} of ${mark}`, shape] as const)),
    )
  const ofThisDatabase = async (files: string[]) => {
    const { rows } = await sql<{
      oid: string
    }>`select oid::text from pg_database where datname = current_database()`.execute(owner)
    return files.filter((path) => path.includes(`/base/${rows[0]?.oid}/`))
  }

  test('was marked, all of it', () => {
    expect(circle.marks.length).toBeGreaterThanOrEqual(250)
    expect(new Set(circle.marks).size).toBe(circle.marks.length)
  })

  test('is in no table, as it is, encoded or hashed without a key', async () => {
    const tables = await everyTable(owner)
    expect(tables.length).toBeGreaterThan(35)
    for (const mark of [stem, ...numbers]) expect(found(shapesOf(mark), tables)).toEqual([])
    expect(found(hashes(), tables)).toEqual([])
  })

  test('is in no file of the database server', async ({ skip }) => {
    const files = await everyFile(owner)
    if (!files) return skip('the folder of the server given by DATABASE_URL cannot be read from here')
    expect(files.some((path) => path.includes('/pg_wal/0'))).toBe(true)
    expect(found(shapesOf(stem), files)).toEqual([])
    const own = await ofThisDatabase(files)
    expect(own.length).toBeGreaterThan(100)
    expect(found(hashes(), own)).toEqual([])
  })

  test('nor is the code that was shown once', async ({ skip }) => {
    const { code } = circle
    const shapes = new Map(
      [code, printReceipt(code), code.slice(0, 19)].flatMap((text) =>
        [...shapesOf(text), ...hashesOf(text)].map(([name, shape]) => [`${name} of ${text}`, shape] as const),
      ),
    )
    expect(found(shapes, await everyTable(owner))).toEqual([])
    const files = await everyFile(owner)
    if (!files) return skip('the folder of the server given by DATABASE_URL cannot be read from here')
    expect(found(shapes, await ofThisDatabase(files))).toEqual([])
  })

  test('is sealed differently each time it is written', async () => {
    const notes = await town.db.selectFrom('note').select('body').where('case_id', '=', circle.caseId).execute()
    const bodies = notes.map(({ body }) => body.toString('hex'))
    expect(new Set(bodies).size).toBe(bodies.length)
    // not even the first bytes after the version agree
    expect(new Set(bodies.map((body) => body.slice(2, 10))).size).toBe(bodies.length)
  })

  test('has no time of a reporter finer than the hour', async () => {
    const { rows: columns } = await sql<{ table: string; column: string }>`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema in ('public', 'vault', 'search') and data_type like 'time%'`.execute(owner)
    const fine: string[] = []
    for (const { table, column } of columns) {
      const at = sql.ref(`t.${column}`)
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(table)} t where ${at} <> date_trunc('hour', ${at})`.execute(owner)
      if ((rows[0]?.n ?? 0) > 0) fine.push(`${table}.${column}`)
    }
    // what officers do is kept to the instant
    expect(fine.toSorted()).toEqual([
      'hotline_import.made_at',
      'journal.at',
      'note.at',
      'refusal.at',
      'typical_case_revision.at',
    ])
    const acts = await sql<{ fine: boolean; n: number }>`
      select at <> date_trunc('hour', at) as fine, count(*)::int as n from journal
      where actor_kind = 'reporter' group by 1`.execute(owner)
    expect(acts.rows).toEqual([{ fine: false, n: expect.any(Number) }])
  })

  test('is found at once where a column keeps it in clear, or hashed', async ({ skip }) => {
    const [mark = ''] = circle.marks
    await sql`alter table case_file add column subject text, add column fingerprint text`.execute(owner)
    await sql`update case_file set subject = ${mark} where id = ${circle.caseId}`.execute(owner)
    expect(found(shapesOf(stem), await everyTable(owner))).toEqual(['clear in public.case_file'])
    await sql`update case_file set subject = null, fingerprint = encode(sha256(convert_to(${mark}, 'UTF8')), 'base64')`.execute(
      owner,
    )
    expect(found(hashes(), await everyTable(owner))).toEqual([`sha256 base64 of ${mark} in public.case_file`])
    const files = await everyFile(owner)
    if (!files) return skip('the folder of the server given by DATABASE_URL cannot be read from here')
    const where = found(shapesOf(stem), files)
    expect(where.some((place) => place.includes('/base/'))).toBe(true)
    expect(where.some((place) => place.includes('/pg_wal/'))).toBe(true)
  })
})
