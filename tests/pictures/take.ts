import { mkdirSync, writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright'
import { openBrowser } from '#tests/world/open-browser.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { freePort, serve } from '#tests/world/serve.ts'
import { type Look, LOOKS, type Pictured, STAFF_PAGES } from './pages.ts'

/** `npm run pictures`: starts the built site with its sample town in a folder of its own, and takes README's pictures. */
const folder = freshFolder()
const place = new URL('../../public/pictures/', import.meta.url)
mkdirSync(place, { recursive: true })
const url = `http://127.0.0.1:${await freePort()}`
const site = await serve(url, { PORT: new URL(url).port, DATA_DIR: `${folder.path}/data`, LOG_LEVEL: 'silent' })
const browser = await openBrowser()
try {
  const day = 'light' as const
  await takeReport(await newPage(browser, { width: 360, height: 780, colorScheme: day }))
  await takeLetter(await newPage(browser, { width: 1280, height: 700, colorScheme: day }))
  await takeTypicalCase(await newPage(browser, { width: 1280, height: 690, colorScheme: day }))
  for (const page of STAFF_PAGES) await takeStaffPage(browser, page)
} finally {
  await browser.close()
  await site.stop()
  folder.remove()
}

async function newPage(from: Browser, { width, height, colorScheme }: Look): Promise<Page> {
  const context = { baseURL: url, viewport: { width, height }, locale: 'zh-CN', colorScheme }
  return (await from.newContext(context)).newPage()
}

async function keep(page: Page, name: string): Promise<void> {
  const png = (await page.screenshot({ animations: 'disabled' })).toString('base64')
  const bytes = Buffer.from(await asWebp(png), 'base64')
  writeFileSync(new URL(`${name}.webp`, place), bytes)
  console.log(`${name}.webp  ${Math.round(bytes.length / 1024)} KB`)
}

/** A third of the PNG, and no letter less sharp: the browser packs it itself, on a page without our policy. */
async function asWebp(png: string): Promise<string> {
  const studio = await browser.newPage()
  const packed = await studio.evaluate(async (from) => {
    const picture = new Image()
    picture.src = `data:image/png;base64,${from}`
    await picture.decode()
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [picture.width, picture.height]
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
    return canvas.toDataURL('image/webp', 0.85).split(',')[1] ?? ''
  }, png)
  await studio.close()
  return packed
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto(`/sign-in?as=${login}`)
  await page.locator('form[action="/sign-in"] button').click()
  await page.waitForURL((there) => there.pathname !== '/sign-in')
}

async function takeReport(page: Page): Promise<void> {
  await page.goto('/report')
  await page
    .locator('#text')
    .fill('同一份底数，三个部门半个月里各要一遍，口径还不一样。上午发通知，下午就要，全镇一千多户，根本填不完。')
  await page.locator('h1').scrollIntoViewIfNeeded()
  await keep(page, 'report')
}

/** One sign-in a page: a one-time code is good once, so the looks share the session. */
async function takeStaffPage(from: Browser, { name, as, path, opens, looks = LOOKS }: Pictured): Promise<void> {
  const context = await from.newContext({ baseURL: url, locale: 'zh-CN' })
  const page = await context.newPage()
  await signIn(page, as)
  for (const { suffix, width, height, colorScheme } of looks) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    await page.goto(path)
    if (opens) {
      await page.locator('tr[data-row] a').first().click()
      await page.locator('#acts').waitFor()
    }
    // what only scripts draw is part of the page
    await page.waitForLoadState('networkidle')
    await keep(page, `${name}${suffix}`)
  }
  await context.close()
}

async function takeLetter(page: Page): Promise<void> {
  await signIn(page, 'wangchuan')
  await page.goto('/handling')
  await page.locator('tr[data-row] a').first().click()
  await page.waitForURL(/\/handling\/letters\//)
  await keep(page, 'letter')
}

async function takeTypicalCase(page: Page): Promise<void> {
  await page.goto('/cases')
  await page.locator('main a[href^="/cases/"]').first().click()
  await page.waitForURL(/\/cases\/./)
  await keep(page, 'typical-case')
}
