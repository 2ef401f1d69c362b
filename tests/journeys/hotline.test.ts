import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvOf, EXPORT, exported, xlsxOf } from '#tests/channels/hotline/files.ts'
import { Hands } from '#tests/world/hands.ts'
import { heldScripts } from '#tests/world/held-scripts.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { visitors } from '#tests/world/visitor.ts'
import { MINUTE, SECOND, wallClock } from '#workflows/clock.ts'

const KEY = 'a key of the tests, long enough for all'
const PATIENCE = 60_000
/** What a call costs an operator: texts typed, lines chosen, forms sent. May only go down. */
const CEILING = { acts: 8, chords: 12 }

let site: Site
let browser: Browser
let people: ReturnType<typeof visitors>
beforeAll(async () => {
  ;[site, browser] = await Promise.all([aSite({ env: { HOTLINE_PUSH_KEY: KEY } }), openBrowser()])
  people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
}, 90_000)
afterAll(async () => {
  await people?.close()
  await browser?.close()
  await site?.close()
})

describe('a call', () => {
  it('is taken without touching the mouse, and the code that was read out opens its thread', {
    timeout: 120_000,
  }, async () => {
    const { page, word } = await people.asOfficer('aixia')
    const hands = new Hands(page)
    await hands.open('/switchboard')
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await hands.type('我们镇上每周要填三张一样的表。')
    await hands.go('Enter')
    await hands.type('是哪个部门要的？')
    await hands.go('Enter')
    await hands.type('党政办，我电话13812345678。')
    await hands.go('Tab')
    await hands.type('B31')
    await hands.go('Tab')
    await hands.type('望川县石埠乡')
    await hands.act('Control+Enter')
    const code = await page.locator('output[name=receipt]').innerText()
    expect(code).toMatch(/^\d{4}( \d{4}){4}$/)
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'lastFour')
    await hands.type(code.slice(-4))
    await hands.act('Enter')
    await page.getByText(word('switchboard:done.right.text')).waitFor()
    // the cursor stands on the way to the next call
    expect(await hands.stands()).toContain('A ')
    console.table(hands.cost)
    expect(hands.cost.acts).toBeLessThanOrEqual(CEILING.acts)
    expect(hands.cost.chords).toBeLessThanOrEqual(CEILING.chords)

    const caller = await people.asReporter()
    await caller.follow(code)
    await caller.page.getByText('我们镇上每周要填三张一样的表。').first().waitFor({ state: 'attached' })

    const clerk = await people.asOfficer('hewen')
    await clerk.open('/desk')
    await clerk.click(clerk.page.locator('tr[data-row] a').first())
    const dialogue = clerk.page.getByRole('list', { name: word('desk:case.dialogue.label') })
    await dialogue.waitFor()
    expect(await dialogue.getByRole('listitem').count()).toBe(3)
    expect(await dialogue.innerText()).not.toContain('13812345678')
    expect(await clerk.page.locator('[name=kind]').first().inputValue()).toBe('B31')

    await hands.act('Enter')
    await page.locator('textarea').waitFor()
    await page.locator('[name=receipt]').fill(code)
    await page.locator('[name=text]').fill('来电人：这周又加了一张。')
    await page.keyboard.press('Control+Enter')
    await page.getByText(word('switchboard:done.supplement.text')).waitFor()
    await caller.page.reload()
    await caller.page.getByText('这周又加了一张。').first().waitFor({ state: 'attached' })
  })

  it('is not lost where the session ended meanwhile, or the code was wrong, with scripts and without', {
    timeout: 120_000,
  }, async () => {
    const plain = visitors(site, browser, { locale: 'zh-CN', width: 360, scripts: false })
    for (const look of [people, plain]) {
      const { page, word } = await look.asOfficer('aixia')
      const said = '来电人：一句都不能丢。'
      const send = () => page.getByRole('button', { name: word('switchboard:call.send'), exact: true }).click()
      await page.goto('/switchboard')
      await page.locator('[name=text]').fill(said)
      await page.locator('[name=place]').fill('石埠乡')
      await page.locator('[name=receipt]').fill('1234 5678')
      await send()
      await page.getByText(word('switchboard:call.faults.wrong')).first().waitFor()
      expect(await page.locator('[name=text]').inputValue()).toBe(said)
      expect(await page.locator('[name=place]').inputValue()).toBe('石埠乡')
      await page.locator('[name=receipt]').fill('')
      await page.context().clearCookies({ name: 'staff' })
      await send()
      await page.getByRole('button', { name: word('http:sendAgain') }).waitFor()
      expect(await page.locator('input[type=hidden][name=text]').inputValue()).toBe(said)
      expect(await page.locator('input[type=hidden][name=place]').inputValue()).toBe('石埠乡')
    }
    await plain.close()
  })
})

it('what is typed before the page is alive stays', async () => {
  const { page } = await people.asOfficer('aixia')
  const scripts = await heldScripts(page)
  await page.goto('/switchboard', { waitUntil: 'commit' })
  await page.locator('[name=text]').fill('来电人：先于脚本。')
  await page.locator('[name=place]').fill('石埠乡')
  await scripts.letGo()
  // nor does the cursor leave the field that somebody is in
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('place')
  expect(await page.locator('[name=text]').inputValue()).toBe('来电人：先于脚本。')
  expect(await page.locator('[name=place]').inputValue()).toBe('石埠乡')
})

describe('a file of calls', () => {
  const look = async (page: Page, word: (key: string) => string, file: { name: string; buffer: Buffer }) => {
    await page.goto('/switchboard/transcripts')
    await page.setInputFiles('[name=file]', { ...file, mimeType: 'application/octet-stream' })
    await page.getByRole('button', { name: word('switchboard:file.look') }).click()
    await page.waitForURL(/transcripts\/./, { timeout: PATIENCE })
  }
  const bad = (at: number) => exported(at, { title: '', text: '' })

  it('with faults is looked at, taken in, mended and answered: XLSX of a thousand rows, forty of them bad', {
    timeout: 240_000,
  }, async () => {
    const { page, word } = await people.asOfficer('aixia')
    const rows = Array.from({ length: 1000 }, (_, at) => (at % 25 === 0 ? bad(at) : exported(at)))
    await look(page, word, { name: 'a.xlsx', buffer: await xlsxOf([EXPORT, ...rows], { title: '导出表' }) })
    expect(
      await site.town.db.selectFrom('hotline_call').select('source').where('source', '=', 'import').execute(),
    ).toEqual([])
    await page.getByRole('button', { name: '收下 960 通' }).click()
    await page.getByText('共 1000 通，收下 960 通。').waitFor({ timeout: 120_000 })
    const download = page.waitForEvent('download')
    await page.getByText('下载未收的 40 通').click()
    const file = readFileSync(await (await download).path())
    const refused: string[][] = parse(file, { bom: true })
    expect(refused.slice(1).map(([row]) => row)).toEqual(Array.from({ length: 40 }, (_, at) => String(3 + 25 * at)))
    const mended = refused.map((row, at) => (at === 0 ? row : row.with(3, '补上的内容：每周填表。')))
    await look(page, word, { name: 'mended.csv', buffer: csvOf(mended) })
    await page.getByRole('button', { name: '收下 40 通' }).waitFor()
    await look(page, word, { name: 'a.xlsx', buffer: await xlsxOf([EXPORT, ...rows]) })
    await page.getByText(word('switchboard:reasons.before')).first().waitFor()
    expect(await page.getByRole('button', { name: /^收下/ }).count()).toBe(0)

    const { town } = site
    const call = await town.db
      .selectFrom('hotline_call')
      .innerJoin('report', 'report.id', 'hotline_call.report_id')
      .select('report.case_id')
      .where('source', '=', 'import')
      .where('order_number', 'is not', null)
      .executeTakeFirstOrThrow()
    const proposal = { type: 'proposeRefusal', reason: 'elsewhere', text: '=请找乡党政办' }
    await town.as('hewen').step(call.case_id, { type: 'take' })
    await town.as('hewen').step(call.case_id, proposal)
    await town.as('liangbo').step(call.case_id, { type: 'confirmRefusal' })
    await page.goto('/switchboard/answers')
    await page.getByText('1 件答复还没有回传').waitFor()
    const answers = page.waitForEvent('download')
    await page.getByRole('button', { name: word('switchboard:answers.csv') }).click()
    const told: string[][] = parse(readFileSync(await (await answers).path()), { bom: true })
    const reason = word('case:refusalReasons.elsewhere')
    expect(told).toEqual([
      ['办件编号', '公开答复内容'],
      [expect.stringMatching(/^DH20261012/), `${reason}\n=请找乡党政办`],
    ])
    await page.reload()
    await page.getByText('0 件答复还没有回传').waitFor()
  })

  it('is taken in without scripts as well, a CSV in columns that have to be named first', {
    timeout: 120_000,
  }, async () => {
    const plain = visitors(site, browser, { locale: 'zh-CN', width: 360, scripts: false })
    const { page, word } = await plain.asOfficer('yinli')
    const buffer = Buffer.from('流水,详情\nAB-100001,每周填三张表\nAB-100002,\nAB-100001,每周填三张表')
    const file = { name: 'a.csv', mimeType: 'text/csv', buffer }
    await page.goto('/switchboard/transcripts')
    await page.setInputFiles('[name=file]', file)
    await page.getByRole('button', { name: word('switchboard:file.look') }).click()
    await page.locator('[name=meaning0]').selectOption('order')
    await page.locator('[name=meaning1]').selectOption('text')
    await page.setInputFiles('[name=file]', file)
    await page.getByRole('button', { name: word('switchboard:columns.keep') }).click()
    await page.getByRole('button', { name: '收下 1 通' }).click()
    // whichever worker has the file in hand, this one waits for it
    await site.town.drain()
    await page.reload()
    await page.getByText('共 3 通，收下 1 通。').waitFor()
    await plain.close()
  })
})

it('a call pushed by another system is answered in its one form, and a page that is none of it too', async () => {
  const now = wallClock().wall().getTime()
  const push = async (body: string, { key = KEY, off = 0 } = {}) => {
    const timestamp = String(Math.floor((now + off) / SECOND))
    const signature = `sha256=${createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex')}`
    const headers = { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': signature }
    const answer = await fetch(`${site.url}/api/hotline/calls`, { method: 'POST', headers, body })
    return { status: answer.status, ...((await answer.json()) as object) }
  }
  const call = JSON.stringify({ orderNo: 'PUSHED-1', session: [{ role: 'customer', content: '村里每天打卡。' }] })
  const first = await push(call)
  expect(first).toEqual({ status: 201, outcome: 'report', reason: null, id: expect.any(String) })
  expect(await push(call)).toMatchObject({ status: 409, reason: 'replay' })
  expect(await push(call, { off: SECOND })).toEqual({ ...first, status: 200, outcome: 'duplicate' })
  expect(await push(call, { key: 'another key of the tests, as long as it' })).toMatchObject({
    status: 401,
    reason: 'signature',
  })
  expect(await push(call, { off: -6 * MINUTE })).toMatchObject({ status: 401, reason: 'timestamp' })
  expect(await push('x'.repeat(600_000))).toEqual({ status: 413, outcome: 'refused', reason: 'tooLarge', id: null })
  expect((await fetch(`${site.url}/api/hotline/calls`)).status).toBe(405)
})
