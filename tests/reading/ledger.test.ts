import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LEDGER_COLUMNS } from '#app/desk/ledger/columns.ts'
import { ledgerFile } from '#app/desk/ledger/file.server.ts'
import type { StaffVisit } from '#app/session/who-may.server.ts'
import type { Locale } from '#app/words/locale.ts'
import { accept } from '#workflows/channels/accept.ts'
import { PHASE_NAMES } from '#workflows/reading/desk-phases.ts'
import { readLedger } from '#workflows/reading/ledger.ts'
import { MOST_IN_FILE } from '#workflows/reading/ledger-limits.ts'
import { anOffice, type Office } from './office.ts'

const NASTY = '=HYPERLINK("http://elsewhere.example","望川")'
const MARKED = '这句话只在反映里MARKEDREPORTTEXT'

let office: Office
beforeAll(async () => {
  office = await anOffice()
  await accept(office, {
    channel: 'web',
    submission: Buffer.alloc(16, 7),
    text: MARKED,
    place: `${MARKED}地点`,
    unit: `${MARKED}单位`,
    happened: `${MARKED}时间`,
    noDispatch: false,
    contact: `${MARKED}联系`,
    files: [],
    lane: 'normal',
  })
  await sql`
    update unit set name = ${NASTY}
    where id = (select place_unit from case_file where place_unit is not null and life = 'rectifying' order by number limit 1)`.execute(
    office.db,
  )
}, 240_000)
afterAll(() => office.close())

const ask = (query: string, kind: 'csv' | 'xlsx', { login = 'fangmin', locale = 'zh-CN' as Locale } = {}) =>
  ledgerFile(visit(query, kind, login, locale), kind)
const visit = (query: string, kind: string, login: string, locale: Locale): StaffVisit => ({
  house: office,
  request: new Request(`http://127.0.0.1/desk/ledger.${kind}${query}`),
  params: {},
  locale,
  formToken: () => '',
  spend: () => true,
  giveBack: () => {},
  setCookie: () => {},
  by: office.cast(login),
  name: login,
  login,
})
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const sheetOf = async (answer: Response): Promise<string[][]> =>
  (await readSheet(await bytesOf(answer))).map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
const linesOf = async (answer: Response): Promise<string[][]> =>
  parse((await bytesOf(answer)).toString('utf8'), { bom: true })
const page = (login = 'fangmin') => readLedger(office, office.cast(login), { state: 'all', narrow: {} }, 'print')

describe('the ledger as a file', () => {
  it('holds in XLSX and in CSV, cell by cell, what the page of the ledger holds', async () => {
    const { rows } = await page()
    const sheet = await sheetOf(await ask('', 'xlsx'))
    const lines = await linesOf(await ask('', 'csv'))
    expect(sheet.length).toBe(rows.length + 1)
    expect(sheet[0]?.slice(0, 5)).toEqual(['编号', '类别', '地点', '状态', '收到'])
    expect(lines.map((line) => line.map((cell) => cell.replace(/^'(?==)/, '')))).toEqual(sheet)
    for (const [at, row] of rows.entries()) {
      const cells = sheet[at + 1] ?? []
      expect(cells[0]).toBe(row.number)
      expect(cells).toContain(row.receivedOn)
      if (row.territory) expect(cells).toEqual(expect.arrayContaining([row.territory.unit, row.territory.number]))
      if (row.department) expect(cells).toEqual(expect.arrayContaining([row.department.unit, row.department.number]))
    }
    expect(rows.some(({ territory, department }) => territory && department)).toBe(true)
    expect(rows.some(({ finding }) => finding)).toBe(true)
    expect(rows.some(({ closedOn }) => closedOn)).toBe(true)
  })

  it('speaks English to those who read English', async () => {
    const [head] = await linesOf(await ask('?state=rectifying', 'csv', { locale: 'en' }))
    expect(head?.slice(0, 5)).toEqual(['Number', 'Kind', 'Place', 'State', 'Received'])
    expect(head).toHaveLength(LEDGER_COLUMNS.length)
  })

  it('follows the filter of its address, through every page of it', async () => {
    const { rows } = await readLedger(
      office,
      office.cast('fangmin'),
      { state: 'rectifying', narrow: { due: 'late' } },
      'file',
    )
    const [, ...lines] = await linesOf(await ask('?state=rectifying&due=late', 'csv'))
    expect(lines.map(([number]) => number)).toEqual(rows.map(({ number }) => number))
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ life, due }) => life === 'rectifying' && due !== null)).toBe(true)
  })

  it('reckons with no name: a unit called like a formula stays a text', async () => {
    const sheet = await sheetOf(await ask('', 'xlsx'))
    expect(sheet.flat()).toContain(NASTY)
    const text = (await bytesOf(await ask('', 'csv'))).toString('utf8')
    expect(text).toContain(`"'=HYPERLINK(`)
    expect(text).not.toMatch(/(^|,|\n)"?=/)
  })

  it('holds nothing a reporter wrote, and neither channel nor hour nor code', async () => {
    const { rows } = await page()
    const ids = rows.map(({ id }) => id)
    const text = (await bytesOf(await ask('', 'csv'))).toString('utf8')
    const sheet = (await sheetOf(await ask('', 'xlsx'))).flat().join('\n')
    for (const held of [text, sheet]) {
      expect(held).not.toContain('MARKEDREPORTTEXT')
      expect(held).not.toMatch(/\d{2}:\d{2}|网络平台|专门信箱|热线/)
      expect(ids.filter((id) => held.includes(id))).toEqual([])
    }
    expect(rows.some(({ life, kind }) => life === 'triage.open' && kind === null)).toBe(true)
  })

  it('marks a date in a year whose holidays nobody has announced, and leaves the date itself a date', async () => {
    const { rows } = await page()
    const one = rows.find(({ life, due }) => life === 'rectifying' && due?.name)
    expect(one?.due?.provisional).toBe(false)
    const due = (day: string | undefined) =>
      office.db
        .updateTable('case_file')
        .set({ due_on: day })
        .where('id', '=', one?.id ?? '')
        .execute()
    await due('2027-01-05')
    const [head = [], ...lines] = await linesOf(await ask('', 'csv'))
    await due(one?.due?.day)
    const line = lines.find(([number]) => number === one?.number)
    expect(line?.[head.indexOf('到期')]).toBe('2027-01-05')
    expect(line?.[head.indexOf('时限')]).toMatch(/（暂定：节假日未公布）$/)
    expect(lines.flat().filter((cell) => cell.includes('暂定'))).toHaveLength(1)
  })

  it('leaves out every case that may not be known', async () => {
    const { rows } = await page()
    const by = office.cast('fangmin')
    const hidden = rows.filter((_, at) => at % 3 === 0)
    const before = await office.db
      .selectFrom('case_file')
      .select(['id', 'accused'])
      .where(
        'id',
        'in',
        hidden.map(({ id }) => id),
      )
      .execute()
    await office.db
      .updateTable('case_file')
      .set({ accused: [by.unit] })
      .where(
        'id',
        'in',
        hidden.map(({ id }) => id),
      )
      .execute()
    const text = (await bytesOf(await ask('', 'csv'))).toString('utf8')
    for (const { number } of hidden) expect(text).not.toContain(number)
    for (const state of PHASE_NAMES) {
      const inState = await readLedger(office, by, { state, narrow: {} }, 'file')
      expect(inState.rows.filter(({ id }) => hidden.some((one) => one.id === id))).toEqual([])
    }
    for (const { id, accused } of before)
      await office.db.updateTable('case_file').set({ accused }).where('id', '=', id).execute()
  })

  it('is recorded with each case in it, and with no other', async () => {
    const by = office.cast('songjie')
    await ask('?state=rectifying', 'xlsx', { login: 'songjie' })
    const looks = await office.db.selectFrom('look').select(['case_id', 'page']).where('staff_id', '=', by.id).execute()
    const inRectifying = await readLedger(office, office.cast('fangmin'), { state: 'rectifying', narrow: {} }, 'file')
    expect(looks.map(({ case_id }) => case_id).toSorted()).toEqual(inRectifying.rows.map(({ id }) => id).toSorted())
    expect(new Set(looks.map(({ page: where }) => where))).toEqual(new Set(['ledger']))
  })

  it('is named by its day, and nothing in it is run', async () => {
    const answer = await ask('?state=closed', 'xlsx')
    expect(answer.headers.get('Content-Disposition')).toContain('2026-10-15.xlsx')
    expect(answer.headers.get('Content-Disposition')).toContain(encodeURIComponent('台账'))
    expect(answer.headers.get('Content-Security-Policy')).toContain('sandbox')
  })

  it('is not made of an address that was not understood: its page says what was not', async () => {
    for (const query of ['?page=1000000', '?kind=NONE', '?from=2026-02-30']) {
      const answer = await ask(query, 'csv')
      expect(answer.status).toBe(303)
      expect(answer.headers.get('Location')).toBe(
        `/desk/ledger${query === '?kind=NONE' ? '?state=all&kind=NONE' : query}`,
      )
    }
  })

  it('is not made of more cases than a file holds: the page says so and how to divide them', async () => {
    const like = (await page()).rows[0]?.id ?? ''
    await sql`
      insert into case_file (id, number, kind, value, context, machine_version, revision, life, accused,
        accused_provisional, no_dispatch, slow_lane, received_on)
      select gen_random_uuid(), 'M' || n, kind, value, context, machine_version, revision, 'closed', '{}', '{}', false,
        false, date '2020-01-01' + (n % 700) from case_file, generate_series(1, ${MOST_IN_FILE + 1}::int) as n
      where id = ${like}`.execute(office.db)
    const answer = await ask('?state=closed', 'xlsx')
    expect(answer.status).toBe(303)
    const { tooMany, rows } = await readLedger(office, office.cast('fangmin'), { state: 'closed', narrow: {} }, 'print')
    expect(tooMany).toBe(true)
    expect(rows).toHaveLength(1000)
    const half = await linesOf(await ask('?state=closed&from=2020-01-01&to=2020-12-31', 'csv'))
    expect(half.length).toBeGreaterThan(5000)
    expect(new Set(half.map(([number]) => number)).size).toBe(half.length)
  })
})
