import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { visitors } from '#tests/world/visitor.ts'
import { everyStateSite } from './every-state-site.ts'

const KILOBYTE = 1024
/** Bytes over the wire, headers too, of everything an officer's page fetches: at first, and once it was there. */
const MOST = { first: 160 * KILOBYTE, again: 40 * KILOBYTE }

const there = everyStateSite()

/** Everything that comes over the wire while one page is opened. */
async function weigh(page: Page, path: string): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  let bytes = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.goto(path)
  // what scripts alone draw is there once all of them were fetched
  await page.locator('[aria-haspopup=dialog]').waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
  await devtools.detach()
  return bytes
}

it('the heaviest pages behind every door weigh no more than they may, and little once they were there', {
  timeout: 120_000,
}, async () => {
  const { fresh, assigning, letters, handlers, typical } = there.brought
  const letter = letters.find(({ track }) => track === 'territory')
  const heaviest: Record<string, string[]> = {
    hewen: ['/attention', '/desk?state=all', `/desk/cases/${fresh.caseId}`],
    liangbo: ['/desk/search?q=打卡', `/desk/cases/${assigning.caseId}`],
    [handlers.territory]: [`/handling/letters/${letter?.id}`],
    baiyu: [`/newsroom/${typical.draft}`],
    mazhen: ['/insights/looks'],
    tongyue: ['/admin/people'],
  }
  const people = visitors(there.site, there.browser, { locale: 'zh-CN', width: 1280 })
  const weights: { page: string; first: number; again: number }[] = []
  for (const [login, paths] of Object.entries(heaviest)) {
    const signedIn = await (await people.asOfficer(login)).page.context().cookies()
    for (const path of paths) {
      // nothing is cached in a context of its own
      const context = await there.browser.newContext({ baseURL: there.site.url, locale: 'zh-CN' })
      await context.addCookies(signedIn)
      const page = await context.newPage()
      weights.push({ page: path, first: await weigh(page, path), again: await weigh(page, path) })
      await context.close()
    }
  }
  await people.close()
  expect(weights.filter(({ first }) => first < 60 * KILOBYTE)).toEqual([])
  expect(weights.filter(({ first, again }) => first > MOST.first || again > MOST.again)).toEqual([])
})
