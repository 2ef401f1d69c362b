import { type Browser, chromium } from 'playwright'
import { BROWSER_WORDS, findBrowser } from '#tests/world/browser.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { serve } from './served.ts'
import { type Figures, tell } from './told.ts'
import type { Words } from './words.ts'

const PAGES = ['/', '/report', '/follow', '/cases', '/about']
const KILOBYTE = 1024
/** Bytes over the wire of everything a first visit fetches. */
const MOST = { on: 30 * KILOBYTE, off: 20 * KILOBYTE }

/** What each public page costs a first visit: bytes over the wire and requests, with scripts and without. */
export async function page(_words: Words): Promise<void> {
  const { path, advice } = findBrowser()
  if (path === null) throw new Error(advice)
  const folder = freshFolder()
  const served = await serve(folder.path)
  const browser = await chromium.launch({ executablePath: path, args: BROWSER_WORDS })
  try {
    const rows: Figures[] = []
    for (const address of PAGES)
      for (const scripts of [true, false]) rows.push(await weigh(browser, served.port, address, scripts))
    tell('page', rows)
  } finally {
    await browser.close()
    await served.stop()
    folder.remove()
  }
}

async function weigh(browser: Browser, port: number, address: string, scripts: boolean): Promise<Figures> {
  const origin = `http://127.0.0.1:${port}`
  const context = await browser.newContext({ javaScriptEnabled: scripts })
  const visit = await context.newPage()
  const devtools = await context.newCDPSession(visit)
  await devtools.send('Network.enable')
  let bytes = 0
  const requests: string[] = []
  devtools.on('Network.requestWillBeSent', ({ request }) => requests.push(request.url))
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  const answer = await visit.goto(`${origin}${address}`, { waitUntil: 'networkidle' })
  await context.close()
  const most = scripts ? MOST.on : MOST.off
  // an inlined picture is not fetched
  const fetched = requests.filter((url) => !url.startsWith('data:'))
  return {
    page: address,
    scripts: scripts ? 'on' : 'off',
    status: answer?.status() ?? null,
    bytes,
    most,
    requests: fetched.length,
    elsewhere: fetched.filter((url) => new URL(url).origin !== origin).length,
    met: bytes <= most,
  }
}
