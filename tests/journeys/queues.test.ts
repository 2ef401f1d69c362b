import { readFileSync } from 'node:fs'
import { readSheet } from 'read-excel-file/node'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { type Officer, visitors } from '#tests/world/visitor.ts'

let site: Site
let browser: Browser
let people: ReturnType<typeof visitors>
let officer: Officer
let numbers: { late: string; fresh: string }
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      before: async (town) => {
        const late = await town.report()
        await town.drive(late.caseId, 'rectifying')
        const fresh = await town.report({ story: 'dueToday' })
        const numberOf = async ({ caseId }: { caseId: string }) => (await town.row(caseId)).number
        numbers = { late: await numberOf(late), fresh: await numberOf(fresh) }
      },
    }),
    openBrowser(),
  ])
  people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
  officer = await people.asOfficer('fangmin')
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const listed = () => officer.page.locator('tr[data-row] a').allInnerTexts()
const word = (key: string, values = {}) => people.word(`queues:${key}`, values)

it('an officer narrows the queue, keeps it as a view, finds it again, renames it and deletes it', async () => {
  const { page } = officer
  await officer.open('/desk?state=all')
  expect(await listed()).toEqual(expect.arrayContaining([numbers.late, numbers.fresh]))
  await page.locator('summary', { hasText: word('filter') }).click()
  await page.locator('#filter-complexity').selectOption('easy')
  await page.getByRole('button', { name: word('apply') }).click()
  await page.waitForURL((url) => url.search === '?state=all&complexity=easy')
  await page.locator('summary', { hasText: word('views.save') }).click()
  await page.locator('#view-title').fill('简单的')
  await page.getByRole('button', { name: word('views.send') }).click()
  const views = page.getByRole('navigation', { name: word('views.label') })
  await views.getByRole('link', { name: '简单的' }).waitFor()

  await officer.open('/desk')
  await views.getByRole('link', { name: '简单的' }).click()
  await page.waitForURL((url) => url.search === '?state=all&complexity=easy')
  // one click takes the chip away, and the rest stays
  const chip = word('chip.complexity', { name: people.word('case:complexities.easy') })
  await page.getByRole('link', { name: word('remove', { name: chip }) }).click()
  await page.waitForURL((url) => url.search === '?state=all')

  await views.getByRole('link', { name: word('views.manage') }).click()
  await page
    .getByLabel(word('views.renameOf', { title: '简单的' }))
    .first()
    .click()
  await page.locator('input[name=title]').fill('五天的')
  await page.getByRole('button', { name: word('views.rename'), exact: true }).click()
  await page.getByRole('link', { name: '五天的' }).waitFor()
  await page.getByLabel(word('views.deleteOf', { title: '五天的' })).click()
  await page.getByRole('button', { name: word('views.deleteNow', { title: '五天的' }) }).click()
  await page.getByText(word('views.none.title')).waitFor()
})

it('an address made by hand is answered part by part, and the list follows the rest', async () => {
  await officer.open('/desk?state=all&page=1000000&kind=NONE&complexity=easy')
  await officer.page.getByText(word('misread.title')).waitFor()
  await officer.page.getByText('page=1000000').waitFor()
  expect(new URL(officer.page.url()).search).toContain('page=1000000')
})

it('the queue is saved as a workbook that Excel opens, with the same cases and none of their words', async () => {
  const { page } = officer
  await officer.open('/desk?state=rectifying')
  const there = await listed()
  await page.getByRole('link', { name: word('ledger.link'), exact: true }).click()
  await page.getByRole('heading', { name: word('ledger.title') }).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: word('ledger.excel') }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^台账-\d{4}-\d\d-\d\d\.xlsx$/)
  const [, ...rows] = await readSheet(readFileSync(await download.path()))
  expect(rows.map(([number]) => number)).toEqual(there)
  expect(there).toContain(numbers.late)
})

it('on a phone the queue that is open is in sight, and on paper a case says by name who has it', async () => {
  const phone = visitors(site, browser, { locale: 'zh-CN', width: 360 })
  const { page } = await phone.asOfficer('fangmin')
  await page.goto('/desk?state=closed')
  const tab = page.locator('nav ul a[aria-current=page]', { hasText: people.word('case:labels.closed') })
  await expect.poll(async () => ((await tab.boundingBox())?.x ?? 1000) < 300).toBe(true)
  await phone.close()

  const { caseId } = await site.town.report()
  await site.town.drive(caseId, 'assigning')
  await site.town.as('fangmin').step(caseId, { type: 'take' })
  await officer.open(`/desk/cases/${caseId}`)
  const holder = officer.page.locator('dd', { hasText: '方敏' }).first()
  await officer.page.emulateMedia({ media: 'print' })
  await holder.getByText('方敏').waitFor()
  expect(await holder.getByText(people.word('desk:queue.me'), { exact: true }).isVisible()).toBe(false)
  await officer.page.emulateMedia({ media: 'screen' })
})
