import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { randomBytes } from 'node:crypto'
import { connect, disconnect } from '#db/connection.ts'
import type { Database } from '#db/transaction.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { accept } from '#workflows/channels/accept.ts'
import { CipherError } from '#workflows/protection/cipher.ts'
import { changed, fingerprint } from './fingerprint.ts'
import { openCaseText } from './open-text.ts'

const LETTER = { task: '停报两张表', quality: '每月核对', feedbackStandard: '附新清单' }

describe('when something breaks in the middle of an act', () => {
  let town: Town
  let owner: Database
  let id: string
  beforeAll(async () => {
    town = await aTown()
    owner = connect(town.database.ownerUrl, { max: 1, timeoutMs: 0 })
    id = (await town.report()).caseId
    await town.drive(id, 'assigning')
    await sql`create function broken() returns trigger language plpgsql as
      $$ begin raise exception 'the lights went out'; end $$`.execute(owner)
  })
  afterAll(async () => {
    await disconnect(owner)
    await town.close()
  })
  afterEach(async () => {
    const { rows } = await sql<{ name: string }>`
      select tgrelid::regclass::text as name from pg_trigger where tgname = 'broken'`.execute(owner)
    for (const { name } of rows) await sql.raw(`drop trigger broken on ${name}`).execute(owner)
  })

  /** The next row written to the table, at once or at the very end of the transaction, breaks it. */
  const breakAt = (table: string, at: 'before' | 'commit') =>
    sql
      .raw(
        at === 'before'
          ? `create trigger broken before insert or update on ${table} for each row execute function broken()`
          : `create constraint trigger broken after insert or update on ${table} deferrable initially deferred for each row execute function broken()`,
      )
      .execute(owner)
  const brief = () => {
    const { territory, department } = UNITS
    return { type: 'writeBrief', brief: '表多', territory, department, lead: 'territory' } as const
  }
  const UNITS = { territory: '', department: '' }

  test.each([
    ['case_file', 'before'],
    ['brief', 'before'],
    ['message', 'before'],
    ['deadline', 'before'],
    ['journal', 'before'],
    ['answered_request', 'before'],
    ['journal', 'commit'],
  ] as const)('nothing of a brief is kept when %s fails (%s)', async (table, at) => {
    await announce()
    const before = await fingerprint(owner)
    await breakAt(table, at)
    const asked = { request: randomBytes(8).toString('hex') }
    await expect(town.as('liangbo').step(id, brief(), asked)).rejects.toThrow('the lights went out')
    expect(changed(before, await fingerprint(owner))).toEqual([])
  })

  test.each([
    ['letter', 'before'],
    ['errand', 'before'],
    ['graphile_worker._private_jobs', 'before'],
    ['journal', 'commit'],
  ] as const)('no letter goes out and nobody is told when %s fails (%s)', async (table, at) => {
    await announce()
    await town.as('liangbo').step(id, brief())
    await town.pass(7)
    const before = await fingerprint(owner)
    await breakAt(table, at)
    const letters = { territory: LETTER, department: LETTER }
    await expect(town.as('liangbo').step(id, { type: 'issueLetters', letters })).rejects.toThrow('the lights went out')
    expect(changed(before, await fingerprint(owner))).toEqual([])
  })

  test('once it works again the letters and their messages are there together', async () => {
    const letters = { territory: LETTER, department: LETTER }
    const before = await fingerprint(owner)
    expect(await town.as('liangbo').step(id, { type: 'issueLetters', letters })).toMatchObject({ kind: 'moved' })
    expect(changed(before, await fingerprint(owner))).toEqual(
      expect.arrayContaining(['public.letter', 'public.journal', 'public.errand', 'graphile_worker._private_jobs']),
    )
  })

  test.each(['data_key', 'case_file', 'deadline', 'journal', 'report', 'file', 'file_chunk', 'errand'])(
    'nothing of a report is kept when %s fails',
    async (table) => {
      const before = await fingerprint(owner)
      await breakAt(table, 'before')
      await expect(accept(town.house, aReport())).rejects.toThrow('the lights went out')
      expect(changed(before, await fingerprint(owner))).toEqual([])
    },
  )

  test('nothing of a report is kept when it cannot be sealed', async () => {
    const before = await fingerprint(owner)
    const keyless = { ...town.house, keys: { ...town.keys } }
    Object.defineProperty(keyless.keys, 'master', { get: () => fail() })
    await expect(accept(keyless, aReport())).rejects.toThrow('no master key')
    expect(changed(before, await fingerprint(owner))).toEqual([])
  })

  test('nothing of an act is kept when the key of its case is damaged, and no other text is read', async () => {
    const { wrapped } = await owner
      .selectFrom('data_key')
      .select('wrapped')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const damaged = Buffer.from(wrapped)
    damaged[20] = (damaged[20] ?? 0) ^ 1
    await owner.updateTable('data_key').set({ wrapped: damaged }).where('id', '=', id).execute()
    const before = await fingerprint(owner)
    await expect(town.as('liangbo').step(id, { type: 'note', text: '已读' })).rejects.toThrow(CipherError)
    expect(changed(before, await fingerprint(owner))).toEqual([])
    await owner.updateTable('data_key').set({ wrapped }).where('id', '=', id).execute()
  })

  test('a text that was moved to another row or column is not read at all', async () => {
    const notes = async (caseId: string, text: string) => {
      await town.as('liangbo').step(caseId, { type: 'note', text })
      return town.db.selectFrom('note').select(['id', 'body']).where('case_id', '=', caseId).execute()
    }
    const [one] = (await notes(id, '甲')).slice(-1)
    const [two] = (await notes(id, '乙')).slice(-1)
    expect(await openCaseText(town, id, 'note')).toBe('乙')
    await sql`update note set body = ${one?.body} where id = ${two?.id}`.execute(owner)
    await expect(openCaseText(town, id, 'note')).rejects.toThrow(CipherError)
    await sql`update note set body = ${two?.body} where id = ${two?.id}`.execute(owner)
    expect(await openCaseText(town, id, 'note')).toBe('乙')
    await sql`update brief set body = ${two?.body} where case_id = ${id}`.execute(owner)
    await expect(openCaseText(town, id, 'brief')).rejects.toThrow(CipherError)
  })

  /** Learns from the letters of an ordinary case where such a brief goes. */
  async function announce() {
    if (UNITS.territory) return
    const like = (await town.report()).caseId
    await town.drive(like, 'rectifying')
    for (const { track, unit_id } of await town.letters(like)) UNITS[track] = unit_id
  }
  const fail = (): never => {
    throw new Error('no master key')
  }
  const aReport = () => ({
    channel: 'web' as const,
    submission: randomBytes(16),
    text: '每天报送三张重复的表格',
    noDispatch: false,
    files: [{ name: '表.txt', type: 'text/plain', bytes: Buffer.alloc(600_000, 7) }],
    lane: 'normal' as const,
  })
})
