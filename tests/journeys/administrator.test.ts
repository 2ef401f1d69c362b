import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { visitors } from '#tests/world/visitor.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'

const TOWNSHIP = unitId('990301001')
const COUNTY = unitId('990302')

type Said = Record<string, string>
const hours = (opens: string): Said => ({ opens, noon: '12:00', afternoon: '14:30', closes: '18:00' })

let site: Site
let browser: Browser
let people: ReturnType<typeof visitors>
beforeAll(async () => {
  ;[site, browser] = await Promise.all([aSite(), openBrowser()])
  people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it('an administrator finds a unit in the tree, moves it, and reads its history', async () => {
  const { page, word } = await people.asOfficer('tongyue')
  await page.goto(`/admin/units?at=${unitId('990301')}`)
  await page.locator(`a[href="/admin/units/${TOWNSHIP}"]`).click()
  const stale = await page.context().newPage()
  await stale.goto(`/admin/units/${TOWNSHIP}`)
  await page.locator('[name=territory_parent]').selectOption(COUNTY)
  await page.getByRole('button', { name: word('site:buttons.save') }).click()
  await page.getByText(word('units:done.changeUnit')).waitFor()
  const history = page.getByRole('table', { name: word('units:history.title') })
  expect(await history.locator('tbody tr').count()).toBe(2)

  // another page, opened before: told who did what, and what was typed is still there
  await stale.locator('[name=name]').fill('另一个名字')
  await stale.getByRole('button', { name: word('site:buttons.save') }).click()
  await stale.getByText(word('record:meanwhile.title')).waitFor()
  expect(await stale.locator('[name=name]').inputValue()).toBe('另一个名字')
  // as it stands now is what may be saved over
  await stale.locator('[name=territory_parent]').selectOption(COUNTY)
  await stale.getByRole('button', { name: word('site:buttons.save') }).click()
  await stale.getByText(word('units:done.changeUnit')).waitFor()
  expect(await stale.locator('h1').innerText()).toContain('另一个名字')

  await page.goto('/admin/record?subject=units')
  await page.getByText(word('record:acts.changeUnit')).first().waitFor()
})

/** Two pages of the same: what is saved on the first, and then on the second that has not seen it. */
const SAVED: [what: string, at: string, form: string, first: Said, second: Said][] = [
  ['a person', '/admin/people', 'changeAccount', { name: '李明' }, { name: '李明远' }],
  ['a template', '/admin/templates', 'title', { title: '协助核实' }, { title: '请协助核实' }],
  ['when a unit works', `/admin/units/${unitId('990303')}`, 'changeOfficeHours', hours('08:00'), hours('08:30')],
  ['a kind of burden', '/admin/kinds', 'change', { name_zh: '报表' }, { name_zh: '层层加码的报表' }],
  ['a date', '/admin/dates', 'setDeadlineRule', { days: '7', source: '一号文' }, { days: '9', source: '二号文' }],
  [
    'when the town is closed',
    '/admin/holidays',
    'closeDay',
    { day: '2026-09-03', name: '停电' },
    { day: '2026-09-04', name: '停电检修' },
  ],
]
it.each(SAVED)('who saves %s second is told so, and may then save what they typed', async (_what, at, act, ...said) => {
  const { page, word } = await people.asOfficer('tongyue')
  await page.goto(at)
  const row = page.locator(`main tbody a[href^="${at}/"]`).first()
  if (await row.count()) await page.goto((await row.getAttribute('href')) ?? '')
  const stale = await page.context().newPage()
  await stale.goto(page.url())
  const type = async (on: Page, fields: Said) => {
    const form = on.locator(`form:has([name=act][value=${act}]), form:has(input[name=${act}])`).first()
    await form.evaluate((element) => element.closest('details')?.setAttribute('open', ''))
    for (const [name, value] of Object.entries(fields)) await form.locator(`[name=${name}]`).fill(value)
    return form
  }
  const first = await type(page, said[0])
  await first.getByRole('button').first().click()
  await page.waitForURL((url) => url.searchParams.has('done'))
  const second = await type(stale, said[1])
  await second.getByRole('button').first().click()
  await stale.getByText(word('record:meanwhile.title')).waitFor()
  for (const [name, value] of Object.entries(said[1]))
    expect(await second.locator(`[name=${name}]`).inputValue()).toBe(value)
  await second.getByRole('button').first().click()
  await stale.waitForURL((url) => url.searchParams.has('done'))
})

it.each([
  ['the ledger of cases', '/desk/ledger.csv', '403', '/attention'],
  ['a file that was never sent', `/desk/cases/${TOWNSHIP}/files/${COUNTY}`, '403', '/attention'],
  ['a list that is not there', '/look-backs/zzz', '404', '/'],
] as const)('who opens %s reads what is in the way, and where to go on', async (_what, path, problem, home) => {
  const { page, word } = await people.asOfficer('tongyue')
  expect((await page.goto(path))?.status()).toBe(Number(problem))
  await page.getByRole('heading', { name: word(`http:problems.${problem}.title`) }).waitFor()
  expect(await page.locator('main a').last().getAttribute('href')).toBe(home)
})

it('office hours of a unit are set once, and are those of the units below it', async () => {
  const { page, word } = await people.asOfficer('tongyue')
  await page.goto(`/admin/units/${COUNTY}`)
  const form = page.locator('#hours')
  await form.evaluate((element) => element.closest('details')!.setAttribute('open', ''))
  for (const [name, time] of Object.entries({ opens: '08:00', noon: '12:00', afternoon: '11:00', closes: '18:00' }))
    await form.locator(`[name=${name}]`).fill(time)
  await form.getByRole('button').click()
  const mistake = word('units:problems.hourOrder', { field: word('units:fields.afternoon') })
  await page.getByText(mistake).first().waitFor()
  expect(await form.locator('[name=opens]').inputValue()).toBe('08:00')
  await form.locator('[name=afternoon]').fill('15:00')
  await form.getByRole('button').click()
  await page.getByText(word('units:done.changeOfficeHours')).waitFor()
  const unit = await page.goto(`/admin/units/${COUNTY}`).then(() => page.locator('h1').innerText())
  await page.goto(`/admin/units/${TOWNSHIP}`)
  await page.getByText(`08:00–12:00 15:00–18:00${word('units:hours.from', { unit })}`).waitFor()
})

it('a table with a mistake is told row by row, and a good one goes in whole', async () => {
  const { page, word } = await people.asOfficer('tongyue')
  const head = '编码,名称,性质,层级,上级编码（块）'
  const choose = async (...lines: string[]) => {
    await page.goto('/admin/imports')
    const buffer = Buffer.from([head, ...lines].join('\n'))
    await page.locator('input[type=file]').setInputFiles({ name: 'units.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: word('imports:dryRun') }).click()
    await page.getByRole('heading', { name: word('imports:wouldDo') }).waitFor()
  }
  await choose('9977,新区管理委员会,党委政府,县级,nowhere')
  await page.getByText(word('imports:cannot')).waitFor()
  await choose('9977,新区管理委员会,党委政府,县级,990300')
  await page.getByRole('button', { name: word('imports:confirm') }).click()
  await page.getByText(word('imports:onRecord')).waitFor()
  await page.goto('/admin/units?q=9977')
  await page.getByText('新区管理委员会').waitFor()
})

it('next year’s holidays are looked at before they are stored', async () => {
  const { page, word } = await people.asOfficer('tongyue')
  await page.goto('/admin/holidays')
  await page.locator('[name=text]').last().fill('2027-01-01 休 元旦\n2027-01-05 班')
  await page.getByRole('button', { name: word('holidays:preview') }).click()
  await page.getByText(word('holidays:contradicts')).waitFor()
  await page.getByText(word('holidays:problems.workOnWeekday', { what: '2027-01-05' })).waitFor()
})
