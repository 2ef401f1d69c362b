import { once } from 'node:events'
import type { Page } from 'playwright'

/** Holds the scripts of the next pages back, as a slow line does, until they are let go; then waits until the page hears. */
export async function heldScripts(page: Page): Promise<{ letGo(): Promise<void> }> {
  const go = new AbortController()
  await page.route('**/assets/entry.client-*.js', async (route) => {
    if (!go.signal.aborted) await once(go.signal, 'abort')
    await route.continue()
  })
  return {
    letGo: async () => {
      go.abort()
      await page.locator('[aria-haspopup=dialog]').waitFor()
    },
  }
}
