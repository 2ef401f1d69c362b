import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { type Embedded, startEmbedded } from '#db/embedded.ts'
import { forgetCommitTimes } from '#db/forget-commit-times.ts'
import { findTimeKeeping } from '#db/read/health.ts'
import type { Database } from '#db/transaction.ts'
import { freshFolder } from '#tests/world/folder.ts'

describe('the built-in database', () => {
  let folder: ReturnType<typeof freshFolder>
  let embedded: Embedded
  let owner: Database
  beforeAll(async () => {
    folder = freshFolder()
    embedded = await startEmbedded(folder.path)
    owner = connect(embedded.url, { max: 1 })
  })
  afterAll(async () => {
    await disconnect(owner)
    await embedded.stop()
    folder.remove()
  })
  const log = () => join(folder.path, 'postgres/data/pg_wal')
  const logHolds = (word: string) =>
    readdirSync(log(), { withFileTypes: true }).some(
      (entry) => entry.isFile() && readFileSync(join(log(), entry.name)).includes(word),
    )

  test('keeps the instant of no commit but in its log, and hands that on to nobody', async () => {
    expect(await findTimeKeeping(owner)).toEqual({ tracked: false, archived: false, copied: false })
    const { rows } = await sql<{ level: string; recycled: string }>`
      select current_setting('wal_level') as level, current_setting('wal_recycle') as recycled`.execute(owner)
    // a recycled file still holds what was written to it under its old name
    expect(rows[0]).toEqual({ level: 'minimal', recycled: 'off' })
  })

  test('drops its log, with the instants in it, when it is told to, and loses nothing', async () => {
    await sql`create table said (word text)`.execute(owner)
    await sql`checkpoint`.execute(owner)
    await sql`insert into said values ('COMMITTED-NOW')`.execute(owner)
    expect(logHolds('COMMITTED-NOW')).toBe(true)
    // by itself it would stay: nothing else is written in a quiet town
    await sql`checkpoint`.execute(owner)
    expect(logHolds('COMMITTED-NOW')).toBe(true)
    await forgetCommitTimes(owner)
    expect(logHolds('COMMITTED-NOW')).toBe(false)
    expect((await sql`select word from said`.execute(owner)).rows).toEqual([{ word: 'COMMITTED-NOW' }])
  })
})
