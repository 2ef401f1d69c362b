import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import type { Database } from '#db/transaction.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { makeCheckpoint } from '#workflows/audit/make-checkpoint.ts'
import { verifyIn } from '#workflows/audit/verify-record.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { openAccountAt } from '#workflows/settings-desk/open-account-at.ts'
import { cutOff, removed, rewritten, settingsCutOff, type Tamper, whileTampered } from './tampered.ts'

describe('the record with its checkpoints', () => {
  let town: Town
  let owner: Database
  let id: string
  beforeAll(async () => {
    town = await aTown()
    owner = connect(town.database.ownerUrl, { max: 1, timeoutMs: 0 })
    id = (await town.report()).caseId
    await town.drive(id, 'replying')
    const other = (await town.report({ story: 'oneListThreeTimes' })).caseId
    await readCasePage(town.house, town.officer('clerk'), other)
    await town.as('verifier').step(other, { type: 'confirmFinding' })
    const at = { code: '990300-mechanismOffice', name: null }
    for (const login of ['ghost1', 'ghost2'])
      await openAccountAt(town.house, at, {
        login,
        name: '某人',
        email: null,
        roles: ['clerk'],
      })
    await makeCheckpoint(town.house)
  })
  afterAll(async () => {
    await disconnect(owner)
    await town.close()
  })

  const faultsAfter = (tamper: Tamper) =>
    whileTampered(owner, tamper, async (tx) => ({
      chain: (await verifyJournal(tx)).sound,
      faults: (await verifyIn(town.house, tx)).faults,
    }))
  const raw =
    (statement: string): Tamper =>
    (tx) =>
      sql.raw(statement).execute(tx)

  test('holds as it was written', async () => {
    const { faults, chain } = await faultsAfter(async () => {})
    expect({ faults, chain }).toEqual({ faults: [], chain: true })
    const logs = await sql<{ log: string }>`select distinct log from checkpoint_leaf order by log`.execute(owner)
    expect(logs.rows.map(({ log }) => log)).toEqual(['journal', 'look', 'padding', 'refusal'])
  })

  test('shows that the newest rows were cut off', async () => {
    const { revision } = await town.row(id)
    const { faults, chain } = await faultsAfter(cutOff(id, 2))
    expect(chain).toBe(true)
    expect(faults).toContainEqual(
      expect.objectContaining({ fault: 'row removed', log: 'journal', subject: id, seq: revision - 1 }),
    )
  })

  test('shows a row that was changed and hashed anew with all that follow', async () => {
    const { faults, chain } = await faultsAfter(rewritten(id, 5))
    expect(chain).toBe(true)
    expect(faults).toEqual([expect.objectContaining({ fault: 'row rewritten', log: 'journal', subject: id, seq: 5 })])
  })

  test('shows a case that was removed with everything that belongs to it', async () => {
    const { faults, chain } = await faultsAfter(removed(id))
    expect(chain).toBe(true)
    expect(faults).toContainEqual(
      expect.objectContaining({ fault: 'row removed', log: 'journal', subject: id, seq: 1 }),
    )
  })

  test('shows that the record of new accounts was removed', async () => {
    const { faults, chain } = await faultsAfter(settingsCutOff(2))
    expect(chain).toBe(true)
    expect(faults).toEqual([expect.objectContaining({ fault: 'row removed', log: 'journal' })])
  })

  test.each([
    ['look', 'row removed', 'delete from look'],
    ['look', 'row rewritten', 'update look set staff_id = gen_random_uuid()'],
    ['refusal', 'row removed', 'delete from refusal'],
    ['refusal', 'row rewritten', `update refusal set code = 'late'`],
  ])('shows in the log "%s": %s', async (log, fault, statement) => {
    const { faults, chain } = await faultsAfter(raw(statement))
    expect(chain).toBe(true)
    expect(faults).toEqual([expect.objectContaining({ fault, log })])
  })

  test('shows a look that was put in afterwards as if it had always been there', async () => {
    const put = raw(
      `insert into look (id, case_id, staff_id, at, page, xid) select '${randomUUID()}', case_id, staff_id, at, page, '3' from look limit 1`,
    )
    expect((await faultsAfter(put)).faults).toEqual([expect.objectContaining({ fault: 'row put in', log: 'look' })])
  })

  test.each([
    ['a due date moved', 'date differs', `update deadline set due_on = due_on + 30 where case_id = 'ID'`],
    ['the due date of the queue moved', 'date differs', `update case_file set due_on = due_on + 30 where id = 'ID'`],
    ['a date removed', 'date differs', `delete from deadline where case_id = 'ID'`],
    [
      'a date put in',
      'date differs',
      `insert into deadline select gen_random_uuid(), case_id, 'reply', null, 'cleared' from deadline where case_id = 'ID' limit 1`,
    ],
    [
      'a letter sent elsewhere',
      'letter differs',
      `update letter set unit_id = (select id from unit limit 1) where case_id = 'ID'`,
    ],
    ['a letter with another text', 'letter differs', `update letter set task = quality where case_id = 'ID'`],
    ['a letter of another day', 'letter differs', `update letter set issued_on = issued_on - 3 where case_id = 'ID'`],
    ['a letter not acknowledged', 'letter differs', `update letter set acknowledged_on = null where case_id = 'ID'`],
    ['a letter taken out of force', 'letter differs', `update letter set superseded = true where case_id = 'ID'`],
    [
      'a case closed',
      'status differs',
      `update case_file set value = jsonb_set(value, '{life}', '"closed"'), life = 'closed' where id = 'ID'`,
    ],
    ['a case shown in another queue', 'status differs', `update case_file set life = 'closed' where id = 'ID'`],
    [
      'what the machine remembers',
      'status differs',
      `update case_file set context = context || '{"redone": true}' where id = 'ID'`,
    ],
    ['a day of acceptance', 'case differs', `update case_file set accepted_on = accepted_on - 9 where id = 'ID'`],
    ['another kind', 'case differs', `update case_file set kind = (select max(code) from kind) where id = 'ID'`],
  ])('shows in the tables: %s', async (_, fault, statement) => {
    const insertAll = statement
      .replaceAll('ID', id)
      .replace(
        `'cleared' from deadline`,
        `'cleared', set_on, due_on, days, rule, calendar_version, provisional from deadline`,
      )
    const { faults, chain } = await faultsAfter(raw(insertAll))
    expect(chain).toBe(true)
    expect(faults).toEqual([expect.objectContaining({ fault, subject: id })])
  })

  test('shows that a row was removed from the tree as well, whatever became of the places', async () => {
    const gone = raw(
      `with gone as (delete from checkpoint_leaf where log = 'look' returning position)
       delete from look where (select count(*) from gone) > 0`,
    )
    expect((await faultsAfter(gone)).faults).toContainEqual(expect.objectContaining({ fault: 'leaf gone' }))
    const closed: Tamper = async (tx) => {
      await gone(tx)
      await raw(`update checkpoint_leaf set position = -position - 1`)(tx)
      await raw(
        `update checkpoint_leaf set position = place from (
           select position as old, row_number() over (order by position desc) - 1 as place from checkpoint_leaf) as anew
         where position = old`,
      )(tx)
    }
    const { faults } = await faultsAfter(closed)
    expect(faults.map(({ fault }) => fault)).toContain('older database')
  })

  test('shows that an entry of the tree was replaced by one that stands for nothing', async () => {
    const padded: Tamper = async (tx) => {
      await raw(`update checkpoint_leaf set log = 'padding', row_id = gen_random_uuid() where log = 'look'`)(tx)
      await raw('delete from look')(tx)
    }
    expect((await faultsAfter(padded)).faults).toEqual([expect.objectContaining({ fault: 'tree changed' })])
  })

  test('holds when a log gets another column later', async () => {
    const { faults } = await faultsAfter(raw('alter table look add column later bytea'))
    expect(faults).toEqual([])
  })

  test('names the first of each kind at once', async () => {
    const { faults } = await faultsAfter(async (tx) => {
      await raw('delete from look')(tx)
      await raw('delete from refusal')(tx)
      await raw('update deadline set due_on = due_on + 1')(tx)
    })
    expect(faults.map(({ fault, log }) => [fault, log])).toEqual([
      ['date differs', undefined],
      ['row removed', 'look'],
      ['row removed', 'refusal'],
    ])
  })

  test('cannot be changed by the application itself', async () => {
    for (const table of ['checkpoint_leaf', 'checkpoint', 'key_check'])
      for (const statement of [
        `delete from ${table}`,
        `truncate ${table}`,
        `update ${table} set ${table === 'key_check' ? 'sealed' : table === 'checkpoint' ? 'root' : 'hash'} = ''`,
      ])
        await expect(sql.raw(statement).execute(town.db)).rejects.toThrow('permission denied')
  })
})
