import type { Browser } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import type { Town } from '#tests/world/town.ts'
import { bringEveryState, type EveryState } from './every-state.ts'

/** A site with something on every page, and a browser, there for all tests of the file that calls this. */
export function everyStateSite(): { site: Site; browser: Browser; brought: EveryState } {
  const there = {} as { site: Site; browser: Browser; brought: EveryState }
  const before = async (town: Town) => {
    there.brought = await bringEveryState(town)
  }
  beforeAll(async () => {
    const [site, browser] = await Promise.all([aSite({ before }), openBrowser()])
    Object.assign(there, { site, browser })
  }, 120_000)
  afterAll(async () => {
    await there.browser?.close()
    await there.site?.close()
  })
  return there
}
