import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import type { Database } from '#db/transaction.ts'
import { inTransaction } from '#db/transaction.ts'
import { insertArrivals, isOutdated } from '#db/write/arrival.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { accept } from '#workflows/channels/accept.ts'
import { insertTogether } from '#workflows/channels/insert-together.ts'
import { knownRules } from '#workflows/engine/known-rules.ts'
import { HOUR } from '#workflows/clock.ts'
import { arrivingCase } from '#workflows/engine/arriving-case.ts'
import { receiptMac } from '#workflows/protection/receipt-code.ts'
import { setDateRule } from '#workflows/settings-desk/dates.ts'

let town: Town
let owner: Database
beforeAll(async () => {
  town = await aTown()
  owner = connect(town.database.ownerUrl, { max: 1, timeoutMs: 0 })
})
afterAll(async () => {
  await disconnect(owner)
  await town.close()
})

const report = (more = {}) => ({
  channel: 'web' as const,
  submission: randomBytes(16),
  text: '三天两头要表。',
  noDispatch: false,
  files: [],
  lane: 'normal' as const,
  ...more,
})
const lanes = async () =>
  (await town.db.selectFrom('case_file').select('slow_lane').execute()).map(({ slow_lane }) => slow_lane).sort()

test('one solved challenge brings one report into the normal lane, the next form with it into the slower', async () => {
  const challenge = { digest: randomBytes(32), expires: new Date(town.clock.wall().getTime() + HOUR) }
  const first = await accept(town.house, report({ challenge }))
  const second = await accept(town.house, report({ challenge }))
  expect([first.again, second.again]).toEqual([false, false])
  expect(await lanes()).toEqual([false, true])
})

test('what an administrator changed counts from the next report on', async () => {
  await accept(town.house, report())
  const due = () => town.db.selectFrom('deadline').select(['due_on', 'days']).orderBy('days').execute()
  expect((await due()).every(({ due_on, days }) => due_on === '2026-10-14' && days === 2)).toBe(true)
  const typed = { name: 'triage', kind: '', complexity: '', days: '4', validFrom: '2026-10-12', source: '专项办通知' }
  await setDateRule(town.house, town.officer('administrator'), typed, { newest: '' })
  await accept(town.house, report())
  expect((await due()).at(-1)).toEqual({ due_on: '2026-10-16', days: 4 })
})

test('of the numbers a case may have it gets the first that nobody has', async () => {
  const { settings, ...rules } = await knownRules(town.house)
  const arrived = async (...numbers: string[]) => {
    const { id, rows } = arrivingCase(town.house, rules, {
      accused: [],
      accusedPeople: [],
      noDispatch: false,
      slowLane: false,
      report: '00000000-0000-4000-8000-000000000000',
    })
    await inTransaction(town.db, (tx) =>
      insertArrivals(tx, [{ rows: { used_challenge: [], report: [], ...rows }, numbers }], settings),
    )
    return (await town.row(id)).number
  }
  expect(await arrived('2026-1012-0001', '2026-1012-0002')).toBe('2026-1012-0001')
  expect(await arrived('2026-1012-0001', '2026-1012-0002', '2026-1012-0003')).toBe('2026-1012-0002')
})

test('reports that come at the same moment are stored together, each with a case and a number of its own', async () => {
  const sent = Array.from({ length: 20 }, () => report({ text: '同一分钟，二十个人都在填同一张表。' }))
  const codes = await Promise.all(sent.map((one) => accept(town.house, one)))
  expect(new Set(codes.map(({ code }) => code)).size).toBe(20)
  const { rows } = await sql<{ cases: number; numbers: number; transactions: number }>`
    select count(*) as cases, count(distinct number) as numbers, count(distinct case_file.xmin::text) as transactions
    from case_file join report on report.case_id = case_file.id
    where receipt_mac = any(${codes.map(({ code }) => receiptMac(town.house.keys, code ?? ''))})`.execute(town.db)
  expect(rows[0]).toMatchObject({ cases: 20, numbers: 20 })
  expect(rows[0]?.transactions).toBeLessThan(10)
})

test('reports that were judged by other settings do not go together: the outdated one is refused', async () => {
  const { settings, ...rules } = await knownRules(town.house)
  const arriving = (revision: number, number: string) => {
    const known = { accused: [], accusedPeople: [], noDispatch: false, slowLane: false, report: randomUUID() }
    const { rows } = arrivingCase(town.house, rules, known)
    return insertTogether(town.db, { rows: { used_challenge: [], report: [], ...rows }, numbers: [number] }, revision)
  }
  const sent = [settings, settings, settings - 1, settings].map((each, at) => arriving(each, `2026-1012-700${at}`))
  const outdated = (await Promise.allSettled(sent)).map((one) => one.status === 'rejected' && isOutdated(one.reason))
  expect(outdated).toEqual([false, false, true, false])
})

test('of reports that come together, one that stands in the way takes none with it', async () => {
  const twice = report()
  const sent = [
    ...Array.from({ length: 4 }, () => report()),
    twice,
    twice,
    ...Array.from({ length: 4 }, () => report()),
  ]
  const answers = await Promise.all(sent.map((one) => accept(town.house, one)))
  expect(answers.map(({ again }) => again)).toEqual(sent.map((_, at) => at === 5))
  expect(new Set(answers.map(({ code }) => code)).size).toBe(9)
})

test.each(['data_key', 'case_file', 'report', 'deadline', 'journal', 'errand', 'used_challenge'])(
  'where %s cannot be written, nothing of the report is',
  async (table) => {
    const counted = async () =>
      (
        await sql<{ rows: number }>`select
          (select count(*) from data_key) + (select count(*) from case_file) + (select count(*) from report) +
          (select count(*) from deadline) + (select count(*) from journal) + (select count(*) from errand) +
          (select count(*) from used_challenge) as rows`.execute(town.db)
      ).rows[0]?.rows
    await sql`create or replace function broken() returns trigger language plpgsql as
      $$ begin raise exception 'the lights went out'; end $$`.execute(owner)
    const before = await counted()
    await sql
      .raw(`create trigger broken before insert on ${table} for each row execute function broken()`)
      .execute(owner)
    const challenge = { digest: randomBytes(32), expires: new Date(town.clock.wall().getTime() + HOUR) }
    await expect(accept(town.house, report({ challenge }))).rejects.toThrow('the lights went out')
    await sql.raw(`drop trigger broken on ${table}`).execute(owner)
    expect(await counted()).toBe(before)
  },
)
