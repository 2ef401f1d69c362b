import { type Browser, chromium } from 'playwright'
import { BROWSER_WORDS, findBrowser } from './browser.ts'

/** The browser of a test file; every look has a context of its own in it. */
export async function openBrowser(): Promise<Browser> {
  const { path, advice } = findBrowser()
  if (!path) throw new Error(advice)
  return chromium.launch({ executablePath: path, args: BROWSER_WORDS })
}
