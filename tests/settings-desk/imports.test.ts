import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { listUnits } from '#db/read/units.ts'
import { freshKeys } from '#tests/protection/fresh-keys.ts'
import { aHouse, type TestHouse } from '#tests/world/test-house.ts'
import { confirmed, enrolled } from '#tests/world/accounts.ts'
import { FREELY } from '#tests/world/freely.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { handClock, HOUR, MINUTE } from '#workflows/clock.ts'
import { readProposed } from '#workflows/reading/account-requests.ts'
import { readTable } from '#workflows/imports/read-table.ts'
import { dryRun, importPlan } from '#workflows/settings-desk/imports.ts'
import { openAccountAt } from '#workflows/settings-desk/open-account-at.ts'
import { changeUnit } from '#workflows/settings-desk/units.ts'
import { signIn } from '#workflows/settings-desk/sign-in.ts'
import { currentOneTime } from '#workflows/protection/one-time.ts'
import * as purge from '#workflows/worker/purge.ts'
import { settingsRecord } from './settings-record.ts'

const HEAD = '编码,名称,性质,层级,上级编码（块）,条线,上级编码（条）,别名'
const NEEDED_HEAD = '编码,名称,性质,层级,上级编码（块）'
const PEOPLE_HEAD = '账号,姓名,单位编码,岗位,邮箱'
const csv = (...lines: string[]) => Buffer.from([HEAD, ...lines].join('\n'))
const people = (...lines: string[]) => Buffer.from([PEOPLE_HEAD, ...lines].join('\n'))
const GBK = Buffer.from('\xb1\xe0\xc2\xeb,\xc3\xfb\xb3\xc6\n1,\xcd\xfb\xb4\xa8\xcf\xd8\n', 'latin1')

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())
const administrator = () => town.officer('tongyue')
const dry = async (bytes: Buffer, subject: 'units' | 'people' = 'units') => {
  const run = await dryRun(town.house, administrator(), subject, bytes)
  if (run.kind !== 'planned') throw new Error(JSON.stringify(run))
  return run
}
const faultsOf = async (...lines: string[]) =>
  (await dry(csv(...lines))).rows.map(({ does, faults }) => [
    does,
    ...faults.map(({ field, problem }) => `${field} ${problem}`),
  ])
const count = async () => (await listUnits(town.db)).length

describe('a file', () => {
  test('in the bytes of Chinese Excel is read right, and one that is no text is refused', async () => {
    expect(await readTable(GBK)).toEqual({
      rows: [
        ['编码', '名称'],
        ['1', '望川县'],
      ],
    })
    expect(await readTable(Buffer.from([0xff, 0xff, 0xfe, 0x80]))).toEqual({ problem: 'encoding' })
    expect(await readTable(Buffer.alloc(0))).toEqual({ problem: 'empty' })
    expect(await readTable(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual({ problem: 'oldExcel' })
    expect(await readTable(Buffer.alloc(6 * 1024 * 1024, 65))).toEqual({ problem: 'tooLarge' })
  })

  test('of XLSX is read, numbers as they are written', async () => {
    const cell = (value: string | number) =>
      typeof value === 'number' ? { value, type: Number } : { value, type: String }
    const rows = [
      ['编码', '名称'],
      [990301, '望川县'],
    ].map((row) => row.map(cell))
    const bytes = await writeExcelFile(rows).toBuffer()
    expect(await readTable(bytes)).toEqual({
      rows: [
        ['编码', '名称'],
        ['990301', '望川县'],
      ],
    })
  })

  test('of 200 000 rows is refused in a moment, and a bomb before it goes off', async () => {
    const row = '<row r="1"><c t="inlineStr"><is><t>望川县</t></is></c></row>'
    const workbook = (sheet: Uint8Array) =>
      Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.from('<workbook/>'), 'xl/worksheets/sheet1.xml': sheet }))
    const many = workbook(Buffer.from(`<worksheet><sheetData>${row.repeat(200_000)}</sheetData></worksheet>`))
    const before = process.memoryUsage().rss
    const begun = performance.now()
    expect(await readTable(many)).toEqual({ problem: 'tooManyRows' })
    expect(performance.now() - begun).toBeLessThan(1000)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
    expect(await readTable(workbook(Buffer.alloc(100 * 1024 * 1024, 32)))).toEqual({ problem: 'tooLarge' })
    expect(await readTable(Buffer.from(zipSync({ 'a.txt': Buffer.from('no workbook') })))).toEqual({
      problem: 'notATable',
    })
    expect(await readTable(many.subarray(0, 4000))).toEqual({ problem: 'notATable' })
  })

  test('is told of by the rows that a spreadsheet numbers, empty ones counted, of CSV and of XLSX', async () => {
    const wrong = ['ZZ02', '甲', '衙门', '县级', '990300']
    const right = ['ZZ01', '乙县人民政府', '党委政府', '县级', '990300']
    const head = NEEDED_HEAD.split(',')
    const lines = ['', NEEDED_HEAD, right.join(','), '', ',,,', wrong.join(','), '', '']
    expect((await dry(Buffer.from(lines.join('\r\n')))).rows.map(({ row, does }) => [row, does])).toEqual([
      [3, 'open'],
      [6, 'refused'],
    ])
    const cells = [head, right, [], ['', ''], wrong].map((row) => row.map((value) => ({ value, type: String })))
    const { rows } = await dry(await writeExcelFile(cells).toBuffer())
    expect(rows.map(({ row, does }) => [row, does])).toEqual([
      [2, 'open'],
      [5, 'refused'],
    ])
  })

  test('with more empty lines than rows may be is read to its end, and one without end is refused', async () => {
    const last = '9977,甲县人民政府,党委政府,县级,990300'
    const { rows } = await dry(Buffer.from([NEEDED_HEAD, ...Array<string>(6000).fill(',,,,'), last].join('\n')))
    expect(rows).toMatchObject([{ row: 6002, key: '9977', does: 'open' }])
    const endless = [NEEDED_HEAD, ...Array<string>(1_000_000).fill(''), last].join('\n')
    expect(await readTable(Buffer.from(endless))).toEqual({ problem: 'tooManyRows' })
  })

  test('without the columns that are needed says which', async () => {
    const run = await dryRun(town.house, administrator(), 'units', Buffer.from('编码,名称\n1,2\n'))
    expect(run).toMatchObject({ problem: 'columns', missing: ['性质', '层级', '上级编码（块）'] })
  })
})

describe('a dry run of units', () => {
  test('says per row what it would do, and stores nothing', async () => {
    const before = await count()
    expect(
      await faultsOf(
        '990301099,新镇人民政府,党委政府,乡级,990301,,,新镇',
        '990301099001,新村村民委员会,党委政府,村级,990301099,,,',
        '990300-civilAffairs,市民政局,部门,市级,990300,civilAffairs,,',
      ),
    ).toEqual([['open'], ['open'], [expect.stringMatching(/change|unchanged/)]])
    expect(await count()).toBe(before)
  })

  test('names circles, codes twice, unknown parents and words that mean nothing by their row', async () => {
    expect(
      await faultsOf(
        '990301001,环一,党委政府,乡级,990301002,,,',
        '9977,甲,党委政府,县级,990300,,,',
        '9977,乙,党委政府,县级,990300,,,',
        '9978,丙,党委政府,县级,1234,,,',
        '9979,丁,衙门,县级,990300,,,',
        '990301,望川县人民政府,党委政府,乡级,990300,,,',
      ),
    ).toEqual([
      ['refused', 'territory_parent parentLevel'],
      ['open'],
      ['refused', 'code twice'],
      ['refused', 'territory_parent unknownParent'],
      ['refused', 'kind wrong'],
      ['refused', 'level fixed'],
    ])
    expect(await faultsOf('91,甲部,部门,市级,990300,ring,92,', '92,乙部,部门,市级,990300,ring,91,')).toEqual([
      ['refused', 'line_parent cycle'],
      ['refused', 'line_parent cycle'],
    ])
  })

  test('names a name of which nothing can be seen, and one that another has under the same one above', async () => {
    expect(
      await faultsOf(
        '9977,\u200B\u202E,党委政府,县级,990300,,,',
        '990300-second,市农业农村\u200B局,部门,市级,990300,agriculture,,',
        '9978,丁县人民政府,党委政府,县级,990300,,,',
        '9979,丁县人民政府,党委政府,县级,990300,,,',
        '9980,戊县\u200B人民政府,党委政府,县级,990300,,,戊\u200B县',
      ),
    ).toEqual([
      ['refused', 'name missing'],
      ['refused', 'name sameName'],
      ['refused', 'name sameName'],
      ['refused', 'name sameName'],
      ['open'],
    ])
    const { rows } = await dry(csv('9980,戊县\u200B人民政府,党委政府,县级,990300,,,戊\u200B县'))
    expect(rows).toMatchObject([{ name: '戊县人民政府', unit: { aliases: ['戊县'] } }])
  })

  test('with a row that is refused cannot be confirmed', async () => {
    expect((await dry(csv('9977,甲,党委政府,县级,990300,,,', '9978,丙,党委政府,县级,1234,,,'))).id).toBeNull()
  })
})

describe('an import that is confirmed', () => {
  test('does all of it once, on record; a second word finds nothing to do', async () => {
    const before = await count()
    const { id } = await dry(
      csv('9977,新区管理委员会,党委政府,县级,990300,,,新区', '9977001,新镇人民政府,党委政府,乡级,9977,,,'),
    )
    expect(await importPlan(town.house, administrator(), id ?? '')).toMatchObject({ kind: 'imported', opened: 2 })
    expect(await count()).toBe(before + 2)
    expect(await importPlan(town.house, administrator(), id ?? '')).toEqual({ kind: 'gone' })
    expect((await settingsRecord(town)).at(-1)).toMatchObject({ type: 'importUnits' })
  })

  test('is told where units changed in between, and does nothing', async () => {
    const { id } = await dry(csv('9977001,新镇人民政府改名,党委政府,乡级,9977,,,'))
    const unit = (await listUnits(town.db)).find(({ code }) => code === '9977001')
    const said = {
      name: '新镇人民政府改名',
      territory_parent: unit?.territory_parent,
      line_parent: '',
      line: '',
      aliases: '',
    }
    await changeUnit(town.house, administrator(), unit?.id ?? '', said, { seen: 1 })
    expect(await importPlan(town.house, administrator(), id ?? '')).toMatchObject({
      kind: 'stale',
      rows: [{ does: 'unchanged' }],
    })
  })

  test('is somebody’s own, good for an hour, and no id of another form', async () => {
    const { id } = await dry(csv('9988,另一县人民政府,党委政府,县级,990300,,,'))
    const other = { ...administrator(), id: town.officer('hewen').id }
    expect(await importPlan(town.house, other, id ?? '')).toEqual({ kind: 'gone' })
    expect(await importPlan(town.house, administrator(), "'; drop table unit")).toEqual({ kind: 'gone' })
    town.clock.advance(HOUR + 1)
    expect(await importPlan(town.house, administrator(), id ?? '')).toEqual({ kind: 'gone' })
    await purge.runOnce(town.house)
    expect(await town.db.selectFrom('import_plan').selectAll().execute()).toEqual([])
  })
})

describe('people', () => {
  test('are refused by row: a login twice or taken, an unknown role or unit, a word for everything', async () => {
    const run = await dry(
      people(
        'wanglin,王林,990301,属地承办人,',
        'wanglin,王二,990301,属地承办人,',
        'hewen,何二,990301,属地承办人,',
        'liu,刘,990301,国王,',
        'sun,孙,1,属地承办人,',
      ),
      'people',
    )
    expect(run.rows.map(({ does, faults }) => [does, ...faults.map(({ problem }) => problem)])).toEqual([
      ['open'],
      ['refused', 'twice'],
      ['refused', 'loginTaken'],
      ['refused', 'unknownRole'],
      ['refused', 'unknownUnit'],
    ])
  })

  test('are proposed like any other account, each once, and nobody sees what they sign in with', async () => {
    const table = people('wanglin,王林,990301,属地承办人,wanglin@yunlan.example.test')
    const { id } = await dry(table, 'people')
    const done = await importPlan(town.house, administrator(), id ?? '')
    expect(done).toEqual({ kind: 'imported', subject: 'people', opened: 1, changed: 0 })
    expect(await town.db.selectFrom('staff').select('id').where('login', '=', 'wanglin').execute()).toEqual([])
    expect((await dry(table, 'people')).rows).toMatchObject([{ faults: [{ problem: 'loginTaken' }] }])
    const [row] = (await readProposed(town.house)).filter(({ login }) => login === 'wanglin')
    const outcome = { kind: 'changed' as const, id: row?.id ?? '', revision: 0, proposed: true }
    const owned = await enrolled(town, await confirmed(town, outcome))
    town.clock.advance(MINUTE)
    const oneTime = currentOneTime(owned.oneTimeSecret, town.clock.wall())
    expect(await signIn(town.house, { ...owned, oneTime }, FREELY)).toMatchObject({ kind: 'signedIn' })
  })
})

test('a town without units is filled from a table, its office put under the city that comes with it', async () => {
  const house: TestHouse = await aHouse(handClock('2026-10-12'), { keys: await freshKeys() })
  const account = {
    login: 'first',
    name: '甲',
    email: null,
    roles: ['administrator'] as const,
  }
  const opened = await openAccountAt(house, { code: '99-office', name: '专项办' }, account)
  if (opened.kind !== 'opened') throw new Error(opened.kind)
  const [office] = await listUnits(house.db)
  const by = { kind: 'staff' as const, id: opened.id, roles: ['administrator'] as const, unit: office?.id ?? '' }
  const run = await dryRun(
    house,
    by,
    'units',
    csv(
      '99-office,专项办,专项办,市级,99,,,',
      '99,某市人民政府,党委政府,市级,,,,',
      '9901,甲县人民政府,党委政府,县级,99,,,',
    ),
  )
  if (run.kind !== 'planned') throw new Error(run.kind)
  expect(run.rows.map(({ does }) => does)).toEqual(['change', 'open', 'open'])
  expect(await importPlan(house, by, run.id ?? '')).toMatchObject({ opened: 2, changed: 1 })
  await house.close()
})
