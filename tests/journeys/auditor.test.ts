import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aSite, type Site } from '#tests/world/site.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { visitors } from '#tests/world/visitor.ts'
import { runOnce as takeFigures } from '#workflows/worker/take-figures.ts'

let site: Site
let browser: Browser
let people: ReturnType<typeof visitors>
let number: string
let caseId: string
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      before: async (town) => {
        caseId = (await town.report()).caseId
        await town.drive(caseId, 'rectifying')
        ;({ number } = await town.row(caseId))
        await takeFigures(town.house, { first: true })
      },
    }),
    openBrowser(),
  ])
  people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it('the auditor goes from a number to the record, and their own look is on it', async () => {
  const clerk = await people.asOfficer('hewen')
  await clerk.open(`/desk/cases/${caseId}`)
  const auditor = await people.asOfficer('mazhen')
  const { page, word } = auditor
  await auditor.open('/insights/record')
  await auditor.fill(page.getByRole('search'), { number: '2026-0101-0000' })
  await auditor.click(page.getByRole('button', { name: word('insights:find.open') }))
  await page.getByText(word('insights:find.unknown')).first().waitFor()
  await auditor.fill(page.getByRole('search'), { number })
  await auditor.click(page.getByRole('button', { name: word('insights:find.open') }))
  await page.waitForURL((url) => url.pathname === `/insights/record/${number}`)
  await page.getByText(word('case:acts.issueLetters')).first().waitFor()
  const looked = page
    .locator('tr')
    .filter({ hasText: word('insights:record.looked', { page: word('insights:pages.desk') }) })
  expect(await looked.filter({ hasText: '何雯' }).count()).toBe(1)
  const own = page
    .locator('tr')
    .filter({ hasText: word('insights:record.looked', { page: word('insights:pages.record') }) })
  expect(await own.filter({ hasText: '马真' }).count()).toBe(1)
})

it('the record is made for paper: what is not of the record is not printed', async () => {
  const auditor = await people.asOfficer('mazhen')
  const { page, word } = auditor
  await auditor.open(`/insights/record/${number}`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: word('site:buttons.print') }).isVisible()).toBe(false)
  expect(await page.getByText(word('insights:record.printed', { by: '马真', day: '' }).slice(0, 5)).isVisible()).toBe(
    true,
  )
})

it('who looked at a case without working on it is found by name and period', async () => {
  const curious = await people.asOfficer('tanyi')
  await curious.open(`/desk/cases/${caseId}`)
  await curious.page.locator('[name=reason]').fill('同一件事有人来问')
  await curious.page.locator('form:has([name=reason]) button').first().click()
  await curious.page.locator('#report').waitFor()
  await curious.open(`/desk/cases/${caseId}`)
  const auditor = await people.asOfficer('mazhen')
  const { page, word } = auditor
  await auditor.open('/insights/looks')
  const form = page.getByRole('search')
  await auditor.fill(form, { officer: site.town.officer('tanyi').id })
  await auditor.click(form.getByRole('button'))
  const row = page.locator('tr').filter({ hasText: number })
  await row.getByText(word('insights:looks.noActs')).first().waitFor()
  await auditor.click(row.getByRole('link', { name: number }).first())
  await page.waitForURL((url) => url.pathname === `/insights/record/${number}`)
})

it('the record is proved on a page, and the verdict stays', async () => {
  const auditor = await people.asOfficer('mazhen')
  const { page, word } = auditor
  await auditor.open('/insights/proof')
  await auditor.click(page.getByRole('button', { name: word('insights:proof.start') }))
  const verdict = page.getByText(/完整无误/)
  await verdict.waitFor()
  await page.reload()
  await verdict.waitFor()
})

it('a leader reads figures and neither record nor case', async () => {
  const leader = await people.asOfficer('shaoyuan')
  await leader.open('/insights')
  await leader.page.getByText(people.word('insights:figures.byPhase')).first().waitFor()
  for (const path of ['/insights/record', '/insights/looks', '/insights/proof', '/insights/settings', '/desk'])
    expect((await leader.page.goto(path))?.status()).toBe(403)
})
