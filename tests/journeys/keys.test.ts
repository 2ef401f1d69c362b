import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { Hands } from '#tests/world/hands.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { visitors } from '#tests/world/visitor.ts'
import type { Arrived } from '#workflows/sample-town/play.ts'

let site: Site
let browser: Browser
let fresh: Arrived
let page: Page
let hands: Hands
const people = () => visitors(site, browser, { locale: 'zh-CN', width: 1280 })
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      before: async (town) => {
        fresh = await town.report()
        await town.drive((await town.report()).caseId, 'rectifying')
      },
    }),
    openBrowser(),
  ])
  ;({ page } = await people().asOfficer('hewen'))
  hands = new Hands(page)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})
beforeEach(() => hands.open(`/desk/cases/${fresh.caseId}`))

/** How a press may come to the page. */
type Pressed = { isComposing?: boolean; keyCode?: number; ctrlKey?: boolean; altKey?: boolean }
const sheet = () => page.getByRole('dialog')
const cursor = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName)

it('who writes writes: no letter of a text is taken for a key', async () => {
  await hands.go('i')
  await page.keyboard.type('j?kx g')
  expect(await page.locator('#askForMore-question').inputValue()).toBe('j?kx g')
  expect(await sheet().count()).toBe(0)
})

it('a key in the middle of a Chinese word belongs to the input method, and one with Ctrl to the browser', async () => {
  const press = (more: Pressed) =>
    page.evaluate(
      (init) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, ...init })),
      more,
    )
  await press({ isComposing: true })
  await press({ keyCode: 229 })
  await press({ ctrlKey: true })
  await press({ altKey: true })
  expect(await sheet().count()).toBe(0)
  await press({})
  await sheet().waitFor()
})

it('the sheet names every act of the page with its letter, and gives the cursor back', async () => {
  await hands.go('c', '?')
  expect(await sheet().count()).toBe(0)
  await hands.go('Escape', '?')
  const told = await sheet().innerText()
  const folds = await page.locator('details[data-key]').evaluateAll((all) => all.map((one) => one.dataset.key ?? ''))
  expect(folds.length).toBeGreaterThan(6)
  for (const letter of folds) expect(told).toMatch(new RegExp(`(^|\\n)${letter}(\\n|$)`))
  await hands.go('Escape')
  await sheet().waitFor({ state: 'detached' })
  expect(await cursor()).toBe('SUMMARY')
})

it('Esc goes out of a field, then back, but never away from words that are not sent', async () => {
  await hands.go('n')
  await page.keyboard.type('写了一半')
  // leaving takes a moment: what is asked is whether the way back was taken at all
  await page
    .locator('[data-back]')
    .evaluate((way) => way.addEventListener('click', () => document.body.setAttribute('data-left', '')))
  await hands.go('Escape', 'Escape')
  expect(await page.locator('body[data-left]').count()).toBe(0)
  await page.locator('#note-text').fill('')
  await hands.go('Escape', 'Escape')
  await page.waitForURL(/\/desk(\?|$)/)
})

it('/ leads to the search, g q to the queues', async () => {
  await hands.go('/')
  expect(await page.evaluate(() => document.activeElement?.closest('[role=search]') !== null)).toBe(true)
  await hands.go('Escape', 'g', 'q')
  await page.waitForURL(/\/desk(\?|$)/)
})

it('a unit walks its letters with the same keys', async () => {
  const unit = await people().asOfficer('wangchuan')
  const walk = new Hands(unit.page)
  await walk.open('/handling')
  await walk.go('j', 'o')
  await unit.page.waitForURL(/\/handling\/letters\//)
  await walk.stands()
})
