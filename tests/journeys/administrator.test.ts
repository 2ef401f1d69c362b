import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { visitors } from '#tests/world/visitor.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'

const TOWNSHIP = unitId('990301001')
const COUNTY = unitId('990302')

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

  await page.goto('/admin/record?subject=units')
  await page.getByText(word('record:acts.changeUnit')).first().waitFor()
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
