import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Hands } from '#tests/world/hands.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { visitors } from '#tests/world/visitor.ts'
import type { Arrived } from '#workflows/sample-town/play.ts'

let site: Site
let browser: Browser
let cases: Arrived[] = []
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      before: async (town) => {
        const told: Arrived[] = []
        for (let at = 0; at < 5; at += 1)
          told.push(await town.report({ text: `第${at + 1}个会。`, place: '石埠县', unit: undefined }))
        cases = told
      },
    }),
    openBrowser(),
  ])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})
const lives = () => Promise.all(cases.map(async ({ caseId }) => (await site.town.row(caseId)).life))

it('four ticked cases are classified and accepted in one sending, and the one that changed meanwhile stays chosen', async () => {
  const people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
  const { page } = await people.asOfficer('hewen')
  const hands = new Hands(page)
  await hands.open('/desk?state=triage')
  for (let line = 0; line < 4; line += 1) await hands.go('j', 'x')
  await page.getByText(people.word('several:chosen', { count: 4 })).waitFor()
  await hands.act('s')
  await page.getByRole('heading', { name: people.word('several:heading', { count: 4 }) }).waitFor()
  await page.waitForFunction(() => document.activeElement?.id === 'main')

  const [first] = new URL(page.url()).searchParams.getAll('case')
  await site.town.as('luoping').step(first ?? '', { type: 'take' })
  await site.town.as('luoping').step(first ?? '', { type: 'handOver', to: site.town.officer('hewen').id })
  await hands.go('c')
  await hands.type('B12')
  await hands.act('Control+Enter')
  await page.getByText(people.word('several:outcomes.some', { done: 3, left: 1 })).waitFor()
  await page.getByText('罗平').first().waitFor()
  expect(await hands.stands()).toMatch(/^SECTION/)
  expect((await lives()).filter((life) => life === 'assigning.open')).toHaveLength(3)

  // the one left is still chosen, as it stands now
  await hands.go('c')
  await hands.type('B12')
  await hands.act('Control+Enter')
  await page.getByText(people.word('several:outcomes.every', { done: 1 })).waitFor()
  expect((await lives()).filter((life) => life === 'assigning.open')).toHaveLength(4)
  await page.context().close()
})

it('without scripts too, and what hurts is asked once more', async () => {
  const people = visitors(site, browser, { locale: 'zh-CN', width: 360, scripts: false })
  const { page } = await people.asOfficer('luoping')
  await page.goto('/desk?state=triage')
  await page.locator('tr[data-row] input[type=checkbox]').first().check()
  await page.getByRole('button', { name: people.word('several:open') }).click()
  const act = (name: string) => page.locator('#acts details').filter({ hasText: people.word(`case:acts.${name}`) })
  const refusal = act('proposeRefusal')
  await refusal.locator('summary').click()
  await refusal.locator('[type=radio]').first().check()
  await refusal.locator('textarea').fill('请拨打12345。')
  await refusal.getByRole('button').click()
  await page.getByRole('heading', { name: people.word('several:confirm.title') }).waitFor()
  expect(await lives()).toContain('triage.open')
  await page.getByRole('button', { name: people.word('several:confirm.no') }).click()
  expect(await act('proposeRefusal').locator('textarea').inputValue()).toBe('请拨打12345。')
  await act('proposeRefusal').getByRole('button').click()
  const sure = people.word('several:confirm.yes', { act: people.word('case:acts.proposeRefusal') })
  await page.getByRole('button', { name: sure }).click()
  await page.getByText(people.word('several:outcomes.every', { done: 1 })).waitFor()
  expect(await lives()).toContain('triage.refusalProposed')
  await page.context().close()
})
