import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type Site } from '#tests/world/site.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { type Look, visitors } from '#tests/world/visitor.ts'
import { everyPage } from './every-page.ts'
import { bringEveryState, type EveryState } from './every-state.ts'

const LOOKS: Look[] = [
  { locale: 'zh-CN', width: 1280 },
  { locale: 'en', width: 360 },
]
const MINUTE = 60_000

let site: Site
let browser: Browser
let brought: EveryState
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      before: async (town) => {
        brought = await bringEveryState(town)
      },
    }),
    openBrowser(),
  ])
}, 2 * MINUTE)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe.each(LOOKS)('in $locale, $width pixels wide', (look) => {
  it('every page of every door can be read and used by everybody', { timeout: 4 * MINUTE }, async () => {
    const people = visitors(site, browser, look)
    const found: string[] = []
    for await (const { name, page } of everyPage(people, brought)) found.push(...(await faultsOf(name, page)))
    await people.close()
    expect(found).toEqual([])
  })
})

it('an image without words and grey on grey would be found', async () => {
  const page = await browser.newPage()
  await page.setContent('<main><h1>回音</h1><img src="x"><p style="color:#aaa;background:#bbb">灰</p></main>')
  expect((await faultsOf('planted', page)).join()).toMatch(/color-contrast.*image-alt/)
  await page.close()
})

/** What axe finds by day and by night, with every fold open: what is hidden is not looked at. Nothing is wider than the screen. */
async function faultsOf(name: string, page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await new AxeBuilder({ page }).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await new AxeBuilder({ page }).withRules('color-contrast').analyze()
  const found = [...light.violations, ...dark.violations].flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${name}: ${id} at ${target.join(' ')}`),
  )
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return beyond > 0 ? [...found, `${name}: ${beyond} pixels wider than the screen`] : found
}
