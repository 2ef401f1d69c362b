import { afterAll, beforeAll, expect, test } from 'vitest'
import { settingsRecord } from '#tests/settings-desk/settings-record.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { keepColumns } from '#workflows/settings-desk/call-columns.ts'
import { dropImport, planCalls, startImport } from '#workflows/channels/call-import.ts'
import { takeCall } from '#workflows/channels/take-call.ts'
import { DAY, HOUR } from '#workflows/clock.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { rowPlace, storedCall } from '#workflows/imports/stored-call.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { readImport, readImports, readRefusedCalls } from '#workflows/reading/call-import.ts'
import { runOnce as purge } from '#workflows/worker/purge.ts'
import { csvOf, EXPORT, exported, xlsxOf } from './files.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const operator = () => town.officer('aixia')
async function plan(bytes: Buffer, name = 'export.csv') {
  const planned = await planCalls(town.house, operator(), { name, bytes })
  if (planned.kind !== 'planned') throw new Error(JSON.stringify(planned))
  return planned.id
}
const page = (id: string) => readImport(town.house, operator(), id, { after: 0 })
const kept = async (id: string) =>
  (
    await town.db
      .selectFrom('hotline_import_row')
      .select('position')
      .where('import_id', '=', id)
      .where('sealed', 'is not', null)
      .orderBy('position')
      .execute()
  ).map(({ position }) => position)

test('a file is looked at, then taken: each row has one outcome, and no words are kept but of what is to be mended', async () => {
  const rows = [
    EXPORT,
    exported(1),
    // exported anew further down, with the same words
    exported(1),
    exported(3, { title: '', text: '' }),
    exported(4, { text: '表'.repeat(20_001) }),
    exported(5),
  ]
  const id = await plan(await xlsxOf(rows), 'export.xlsx')
  expect(await page(id)).toMatchObject({
    state: 'previewed',
    calls: 5,
    counts: { waiting: 2, report: 0, duplicate: 1, refused: 2 },
    rows: [
      { row: 2, outcome: 'waiting', hasOrder: true, dropped: ['caller', 'number', 'agent'] },
      { row: 3, outcome: 'duplicate', reason: 'inFile' },
      { row: 4, outcome: 'refused', reason: 'empty' },
      { row: 5, outcome: 'refused', reason: 'tooLong' },
      { row: 6, outcome: 'waiting' },
    ],
  })
  expect(await town.db.selectFrom('report').select('id').execute()).toEqual([])
  expect(await startImport(town.house, operator(), id)).toBe(true)
  expect(await startImport(town.house, operator(), id)).toBe(false)
  await town.drain()
  expect(await page(id)).toMatchObject({
    state: 'done',
    counts: { waiting: 0, report: 2, duplicate: 1, refused: 2 },
  })
  expect(await town.db.selectFrom('report').select('channel').execute()).toEqual([
    { channel: 'hotline' },
    { channel: 'hotline' },
  ])
  expect(await kept(id)).toEqual([4, 5])
  const mend = await readRefusedCalls(town.house, operator(), id)
  expect(mend?.map(({ row, reason, call }) => [row, reason, call.order])).toEqual([
    [4, 'empty', 'DH20261012000003'],
    [5, 'tooLong', 'DH20261012000004'],
  ])
})

test('the same file a second time is nothing but duplicates', async () => {
  const id = await plan(csvOf([EXPORT, exported(1), exported(5)]))
  expect(await page(id)).toMatchObject({ counts: { waiting: 0, duplicate: 2 }, rows: [{ reason: 'before' }, {}] })
})

test('what came by another door between the look and the word is a duplicate, and is there once', async () => {
  const file = csvOf([EXPORT, exported(21), exported(22)])
  const [first, second] = [await plan(file), await plan(file)]
  for (const id of [first, second]) {
    await startImport(town.house, operator(), id)
    await town.drain()
  }
  expect(await page(first)).toMatchObject({ counts: { report: 2, duplicate: 0 } })
  expect(await page(second)).toMatchObject({ state: 'done', counts: { report: 0, duplicate: 2 } })
})

test('a row whose worker was killed after its report was stored, and before that was noted, is that report', async () => {
  const id = await plan(csvOf([EXPORT, exported(25), exported(26)]))
  const row = await town.db
    .selectFrom('hotline_import_row')
    .selectAll()
    .where('import_id', '=', id)
    .orderBy('position')
    .executeTakeFirstOrThrow()
  const key = await caseKey(town.db, town.keys, id)
  const sealed = row.sealed && openText(key, rowPlace(id, row.position), row.sealed)
  const call = { ...storedCall.parse(JSON.parse(sealed ?? '')), problem: null }
  await takeCall(town.house, { call, source: 'import', id: row.report_id ?? '' })
  await startImport(town.house, operator(), id)
  await town.drain()
  expect(await page(id)).toMatchObject({ counts: { report: 2, duplicate: 0 } })
})

test('what the columns mean is asked once for a table with such headings', async () => {
  const bytes = Buffer.from('流水,详情描述\nAB-100001,每周填三张表')
  const asked = await planCalls(town.house, operator(), { name: 'a.csv', bytes })
  expect(asked).toEqual({ kind: 'unknown', headings: ['流水', '详情描述'] })
  const keep = (said: string[]) => keepColumns(town.house, operator(), ['流水', '详情描述'], said)
  expect(await keep(['order', 'nothing'])).toBe(false)
  expect(await keep(['order'])).toBe(false)
  expect(await keep(['order', 'anything'])).toBe(false)
  expect(await keep(['order', 'text'])).toBe(true)
  const id = await plan(bytes)
  expect(await page(id)).toMatchObject({ rows: [{ begins: '每周填三张表', hasOrder: true }] })
})

test('what was said of columns is on the record of the house, once, and names no heading: a file without any has a call there', async () => {
  const kept = async () => (await settingsRecord(town.house)).filter(({ type }) => type === 'keepColumns')
  const [before, headings] = [await kept(), ['王小明', '13812345678']]
  const keep = (said: string[]) => keepColumns(town.house, operator(), headings, said)
  expect([await keep(['caller', 'text']), await keep(['caller', 'text']), await keep(['text', 'number'])]).toEqual([
    ...[true, true, true],
  ])
  const changes = (await kept()).slice(before.length)
  expect(changes.map(({ by }) => by)).toEqual([operator().id, operator().id])
  expect(changes.map(({ said }) => JSON.parse(said ?? ''))).toEqual([
    { subject: expect.stringMatching(/^[\da-f]{8}$/), before: null, after: { columns: ['caller', 'text'] } },
    expect.objectContaining({ before: { columns: ['caller', 'text'] }, after: { columns: ['text', 'number'] } }),
  ])
  expect(JSON.stringify(changes)).not.toMatch(/王小明|138/)
  expect(await verifyJournal(town.db)).toMatchObject({ sound: true })
})

test('an import that was looked at and not wanted is never taken, and its words go', async () => {
  const id = await plan(csvOf([EXPORT, exported(31)]))
  expect(await dropImport(town.house, operator(), id)).toBe(true)
  expect(await startImport(town.house, operator(), id)).toBe(false)
  expect(await page(id)).toBeNull()
  await purge(town.house)
  expect(await kept(id)).toEqual([])
})

test('a look is good for a day, and refused rows wait a week to be mended', async () => {
  const id = await plan(csvOf([EXPORT, exported(41), exported(42, { title: '', text: '' })]))
  const done = await plan(csvOf([EXPORT, exported(43), exported(44, { title: '', text: '' })]))
  await startImport(town.house, operator(), done)
  await town.drain()
  town.clock.advance(DAY + HOUR)
  expect(await startImport(town.house, operator(), id)).toBe(false)
  await purge(town.house)
  expect([await kept(id), await kept(done)]).toEqual([[], [3]])
  town.clock.advance(7 * DAY)
  await purge(town.house)
  expect(await kept(done)).toEqual([])
})

test('an import is its operator’s own', async () => {
  const id = await plan(csvOf([EXPORT, exported(51)]))
  const other = town.officer('yinli')
  expect(await readImport(town.house, other, id, { after: 0 })).toBeNull()
  expect(await readRefusedCalls(town.house, other, id)).toBeNull()
  expect(await startImport(town.house, other, id)).toBe(false)
  expect(await readImports(town.house, other)).toEqual([])
  expect((await readImports(town.house, operator())).length).toBeGreaterThan(3)
})

test('three hundred rows are taken, each once, without the file being read again', { timeout: 60_000 }, async () => {
  const rows = Array.from({ length: 300 }, (_, at) => exported(at + 1000))
  const id = await plan(csvOf([EXPORT, ...rows]))
  await startImport(town.house, operator(), id)
  await town.drain()
  expect(await page(id)).toMatchObject({ state: 'done', calls: 300, counts: { waiting: 0, report: 300 } })
})
