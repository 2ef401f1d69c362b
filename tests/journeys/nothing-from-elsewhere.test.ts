import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { visitors } from '#tests/world/visitor.ts'
import { everyPublicPage } from './every-page.ts'
import { everyStateSite } from './every-state-site.ts'

const KILOBYTE = 1024
/** What a first visit to a page for reporters may weigh over the wire, all of it; with scripts off. */
const MOST = { on: 30 * KILOBYTE, off: 20 * KILOBYTE }

const there = everyStateSite()

it('public pages load nothing from elsewhere, and set no cookie on whoever only reads', {
  timeout: 60_000,
}, async () => {
  const people = visitors(there.site, there.browser, { locale: 'zh-CN', width: 360 })
  const asked = new Set<string>()
  let last: Page | undefined
  for await (const { page } of everyPublicPage(people, there.brought)) {
    if (!last) page.on('request', (request) => asked.add(new URL(request.url()).origin))
    last = page
    for (const link of await page.locator('link[href], script[src], img[src]').all())
      asked.add(new URL((await link.getAttribute('href')) ?? (await link.getAttribute('src')) ?? '', page.url()).origin)
  }
  expect([...asked]).toEqual([there.site.url])
  expect(await last?.context().cookies()).toEqual([])
})

it('a reporter has a cookie only while a thread is open, and it ends with the browser', async () => {
  const people = visitors(there.site, there.browser, { locale: 'zh-CN', width: 360 })
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
  for (const path of ['/', '/report', '/follow', '/cases', `/cases/${there.brought.typical.slug}`]) {
    const people = visitors(there.site, there.browser, { locale: 'zh-CN', width: 360, scripts })
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
