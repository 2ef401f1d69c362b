import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aSite, type Site } from '#tests/world/site.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { visitors } from '#tests/world/visitor.ts'
import { everyPublicPage } from './every-page.ts'
import { bringEveryState, type EveryState } from './every-state.ts'

const KILOBYTE = 1024
/** What a first visit to a page for reporters may weigh over the wire, all of it; with scripts off. */
const MOST = { on: 30 * KILOBYTE, off: 20 * KILOBYTE }

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
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it('public pages load nothing from elsewhere, and set no cookie on whoever only reads', {
  timeout: 60_000,
}, async () => {
  const people = visitors(site, browser, { locale: 'zh-CN', width: 360 })
  const asked = new Set<string>()
  let last: Page | undefined
  for await (const { page } of everyPublicPage(people, brought)) {
    if (!last) page.on('request', (request) => asked.add(new URL(request.url()).origin))
    last = page
    for (const link of await page.locator('link[href], script[src], img[src]').all())
      asked.add(new URL((await link.getAttribute('href')) ?? (await link.getAttribute('src')) ?? '', page.url()).origin)
  }
  expect([...asked]).toEqual([site.url])
  expect(await last?.context().cookies()).toEqual([])
})

it('a reporter has a cookie only while a thread is open, and it ends with the browser', async () => {
  const people = visitors(site, browser, { locale: 'zh-CN', width: 360 })
  const reporter = await people.asReporter()
  const code = await reporter.file({ text: '一天三次打卡，打完还要截图。' })
  expect(await reporter.page.context().cookies()).toEqual([])
  await reporter.follow(code)
  const [cookie, ...others] = await reporter.page.context().cookies()
  expect(others).toEqual([])
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
  expect(cookie?.value).not.toContain(code.replaceAll(' ', ''))
})

it.each([
  { scripts: true, most: MOST.on },
  { scripts: false, most: MOST.off },
])('pages for reporters stay light on an old phone (scripts: $scripts)', async ({ scripts, most }) => {
  for (const path of ['/', '/report', '/follow', '/cases', `/cases/${brought.typical.slug}`]) {
    const people = visitors(site, browser, { locale: 'zh-CN', width: 360, scripts })
    const { page } = await people.anyone()
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Network.enable')
    let bytes = 0
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await page.goto(path, { waitUntil: 'networkidle' })
    console.log(`${path} scripts ${scripts ? 'on' : 'off'}: ${(bytes / KILOBYTE).toFixed(1)} KB`)
    expect(bytes, path).toBeLessThanOrEqual(most)
    await people.close()
  }
})
