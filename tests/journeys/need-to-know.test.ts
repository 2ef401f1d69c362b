import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { visitors } from '#tests/world/visitor.ts'

const TEXT = '每周报三张一样的表，晚上还要接龙。'

let site: Site
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([aSite(), openBrowser()])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it('a case that a colleague has in hand opens by one line, from the keyboard', { timeout: 120_000 }, async () => {
  const { caseId } = await site.town.report({ text: TEXT })
  await site.town.as('hewen').step(caseId, { type: 'take' })
  const other = await visitors(site, browser, { locale: 'zh-CN', width: 360 }).asOfficer('luoping')
  await other.open(`/desk/cases/${caseId}`)
  expect(await other.page.content()).not.toContain('接龙')
  // the field has the focus: one types, and presses Enter
  await other.page.locator('[name=reason]:focus').waitFor()
  await other.page.keyboard.type('看')
  await other.page.keyboard.press('Enter')
  await other.page.getByText('至少 4 个字').first().waitFor()
  await other.page.locator('[name=reason]').fill('同一件事有人来问')
  await other.page.keyboard.press('Enter')
  await other.page.getByText(TEXT).first().waitFor()
  await other.open(`/desk/cases/${caseId}`)
  await other.page.getByText(TEXT).first().waitFor()
})
