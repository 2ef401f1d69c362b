import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { type Look, visitors } from '#tests/world/visitor.ts'
import { everyPage } from './every-page.ts'
import { everyStateSite } from './every-state-site.ts'

const LOOKS: Look[] = [
  { locale: 'zh-CN', width: 360 },
  { locale: 'en', width: 1280 },
]
const MINUTE = 60_000

const there = everyStateSite()

describe.each(LOOKS)('in $locale, $width pixels wide', (look) => {
  it('every page of every door can be read and used by everybody', { timeout: 8 * MINUTE }, async () => {
    const people = visitors(there.site, there.browser, look)
    const found: string[] = []
    for await (const { name, page } of everyPage(people, there.brought)) found.push(...(await faultsOf(name, page)))
    await people.close()
    expect(found).toEqual([])
  })
})

it('an image without words and grey on grey would be found', async () => {
  const context = await there.browser.newContext()
  const page = await context.newPage()
  await page.setContent('<main><h1>回音</h1><img src="x"><p style="color:#aaa;background:#bbb">灰底上的灰字</p></main>')
  const found = (await faultsOf('planted', page)).join()
  expect(found).toContain('color-contrast')
  expect(found).toContain('image-alt')
  await context.close()
})

const WIDTHS = [360, 1280]

/** What axe finds by day and by night, with every fold open: what is hidden is not looked at. Nothing is wider than a screen. */
async function faultsOf(name: string, page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // in the page itself: a second page for each analysis would double the time
    const axe = new AxeBuilder({ page }).setLegacyMode(true)
    const { violations } = await (colorScheme === 'light' ? axe : axe.withRules('color-contrast')).analyze()
    for (const { id, nodes } of violations)
      for (const { target } of nodes) found.push(`${name}, ${colorScheme}: ${id} at ${target.join(' ')}`)
  }
  const own = page.viewportSize()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (beyond > 0) found.push(`${name}: ${beyond} pixels wider than a screen of ${width}`)
  }
  if (own) await page.setViewportSize(own)
  return found
}
