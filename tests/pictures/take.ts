import { mkdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright'
import { openBrowser } from '#tests/world/open-browser.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { freePort, serve } from '#tests/world/serve.ts'

/** `npm run pictures`: starts the built site with its sample town in a folder of its own, and takes README's pictures. */
const folder = freshFolder()
const place = new URL('../../public/pictures/', import.meta.url)
mkdirSync(place, { recursive: true })
const url = `http://127.0.0.1:${await freePort()}`
const site = await serve(url, { PORT: new URL(url).port, DATA_DIR: `${folder.path}/data`, LOG_LEVEL: 'silent' })
const browser = await openBrowser()
try {
  await takeReport(await newPage(browser, 360, 780))
  await takeCase(await newPage(browser, 1280, 590))
  await takeLetter(await newPage(browser, 1280, 700))
  await takeTypicalCase(await newPage(browser, 1280, 690))
} finally {
  await browser.close()
  await site.stop()
  folder.remove()
}

async function newPage(from: Browser, width: number, height: number): Promise<Page> {
  const look = { baseURL: url, viewport: { width, height }, locale: 'zh-CN', colorScheme: 'light' as const }
  return (await from.newContext(look)).newPage()
}

async function keep(page: Page, name: string): Promise<void> {
  const path = fileURLToPath(new URL(`${name}.png`, place))
  await page.screenshot({ path, animations: 'disabled' })
  console.log(`${name}.png  ${Math.round(statSync(path).size / 1024)} KB`)
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

/** A case that two units have answered: the ribbon shows both, and what comes next is open. */
async function takeCase(page: Page): Promise<void> {
  await signIn(page, 'liangbo')
  await page.goto('/desk?state=reviewing')
  await page.locator('tr[data-row] a').first().click()
  await page.waitForURL(/\/desk\/cases\//)
  await page.locator('#acts').waitFor()
  await keep(page, 'case')
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
