import { randomBytes, randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshFolder } from '#tests/world/folder.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { visitors, wordsOf } from '#tests/world/visitor.ts'
import type { Arrived } from '#workflows/sample-town/play.ts'

const MEGABYTE = 1024 ** 2
const TEXT = '一天三次打卡，打完还要截图，再填一张表。'
const LOCALES = ['zh-CN', 'en'] as const

let site: Site
let browser: Browser
let known: Arrived
let sent: Arrived
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      before: async (town) => {
        sent = await town.report()
        await town.drive(sent.caseId, 'rectifying')
        known = await town.report()
      },
    }),
    openBrowser(),
  ])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const reports = async () => (await site.town.db.selectFrom('report').select('id').execute()).length
const text = (name: string, size = 20) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('表'.repeat(size)) })

it.each([
  { what: 'a file of 50 MB', problem: 'tooLarge', file: 'photo.jpg' },
  { what: 'six files', problem: 'tooMany', file: '6.txt' },
  { what: 'a program', problem: 'wrongType', file: 'tool.exe' },
])('$what is not taken: the page says which, keeps every word, and stores nothing', async ({ problem, file }) => {
  const folder = freshFolder()
  writeFileSync(`${folder.path}/photo.jpg`, randomBytes(50 * MEGABYTE))
  const program = {
    name: 'tool.exe',
    mimeType: 'application/x-msdownload',
    buffer: Buffer.from(`MZ${'\0'.repeat(300)}`),
  }
  const files = {
    tooLarge: [`${folder.path}/photo.jpg`],
    tooMany: [1, 2, 3, 4, 5, 6].map((each) => text(`${each}.txt`)),
    wrongType: [program],
  }[problem]
  const before = await reports()
  for (const locale of LOCALES) {
    // with scripts the page says so before anything is sent: files-are-named.test.ts
    const people = visitors(site, browser, { locale, width: 360, scripts: false })
    const { page, word } = await people.asReporter()
    await page.goto('/report')
    await page.locator('#text').fill(TEXT)
    await page.locator('form[data-keep] details > summary').click()
    await page.locator('#place').fill('望川县')
    await page.locator('#files').setInputFiles(files as string[])
    await page.getByRole('button', { name: word('frontDesk:send') }).click()
    await page
      .getByText(word(`frontDesk:faults.${problem}`, { file }))
      .first()
      .waitFor()
    expect(await page.locator('#text').inputValue()).toBe(TEXT)
    expect(await page.locator('#place').inputValue()).toBe('望川县')
    await people.close()
  }
  expect(await reports()).toBe(before)
  folder.remove()
})

it('a text of 100 000 characters comes back whole, to be shortened', async () => {
  const people = visitors(site, browser, { locale: 'zh-CN', width: 360, scripts: false })
  const { page, word } = await people.asReporter()
  const long = '表'.repeat(100_000)
  await page.goto('/report')
  await page.locator('#text').fill(long)
  await page.getByRole('button', { name: word('frontDesk:send') }).click()
  const name = word('frontDesk:text.label')
  await page
    .getByText(word('frontDesk:faults.tooLong', { name, has: 100_000, most: 20_000 }))
    .first()
    .waitFor()
  // the page says so at its top, long before the last of the text has come
  await page.waitForLoadState('domcontentloaded')
  expect(await page.locator('#text').inputValue()).toBe(long)
  await people.close()
})

it('a report sent twice is one report, and shows the same code', async () => {
  const people = visitors(site, browser, { locale: 'zh-CN', width: 360 })
  const { page, word } = await people.asReporter()
  const before = await reports()
  await page.goto('/report')
  await page.locator('#text').fill(TEXT)
  await page.getByRole('button', { name: word('frontDesk:send') }).dblclick()
  const code = await page.locator('output[name=receipt]').innerText()
  await page.reload()
  expect(await page.locator('output[name=receipt]').innerText()).toBe(code)
  await page.getByText(word('frontDesk:received.again')).waitFor()
  expect(await reports()).toBe(before + 1)
  await people.close()
})

it.each(LOCALES)('a form from elsewhere changes nothing, and is told so in %s', async (locale) => {
  const before = await reports()
  const answer = await fetch(`${site.url}/report`, {
    method: 'POST',
    headers: {
      Origin: 'https://elsewhere.example',
      'Sec-Fetch-Site': 'cross-site',
      'Content-Type': 'application/x-www-form-urlencoded',
      'Accept-Language': locale,
    },
    body: new URLSearchParams({ text: TEXT }),
  })
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain(wordsOf(locale)('http:problems.403form.advice'))
  expect(await reports()).toBe(before)
})

it.each(LOCALES)(
  'an act from a page that others have overtaken is not done, loses nothing, and says what happened, in %s',
  async (locale) => {
    const people = visitors(site, browser, { locale, width: 1280 })
    const [first, second] = [await people.asOfficer('hewen'), await people.asOfficer('luoping')]
    const path = `/desk/cases/${known.caseId}`
    for (const officer of [first, second]) await officer.open(path)
    await first.act('classify', { kind: locale === 'en' ? 'B31' : 'B32', complexity: 'easy' })
    await second.send('askForMore', { question: '是哪几张表？' })
    await second.page.getByText(people.word('desk:refused.stale')).waitFor()
    await second.page.getByRole('alert').getByText('何雯').first().waitFor()
    expect(await (await second.formOf('askForMore')).locator('[name=question]').inputValue()).toBe('是哪几张表？')
    await people.close()
  },
)

it('one officer in two tabs does an act once', async () => {
  const people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
  const tabs = [await people.asOfficer('hewen'), await people.asOfficer('hewen')] as const
  for (const tab of tabs) await tab.open(`/desk/cases/${known.caseId}`)
  await tabs[0].act('nameAccused')
  await tabs[0].act('accept')
  await tabs[1].send('accept')
  await tabs[1].page.getByRole('alert').first().waitFor()
  await people.close()
})

it.each(LOCALES)('what is unknown, or not theirs, is answered alike, in %s', async (locale) => {
  const people = visitors(site, browser, { locale, width: 1280 })
  const clerk = await people.asOfficer('hewen')
  const other = await people.asOfficer('shibu')
  const [letter] = await site.town.letters(sent.caseId)
  const pages = [
    [clerk, `/desk/cases/${randomUUID()}`],
    [clerk, '/desk/cases/1%27%20or%201=1'],
    [other, `/handling/letters/${randomUUID()}`],
    [other, `/handling/letters/${letter?.id}`],
    [other, '/cases/nothing-like-it'],
  ] as const
  for (const [{ page }, path] of pages) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await page.getByText(people.word('http:problems.404.advice')).waitFor()
  }
  await people.close()
})

it('an event that no form offers moves nothing', async () => {
  const people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
  const { page } = await people.asOfficer('hewen')
  const path = `/desk/cases/${sent.caseId}`
  await page.goto(path)
  const { revision } = await site.town.row(sent.caseId)
  for (const act of ['deadline.lapsed', 'rate', 'passResults', 'nothing', '']) {
    const status = await page.evaluate(
      async ([where, type]) =>
        (
          await fetch(where, {
            method: 'POST',
            body: new URLSearchParams({ act: type, deadline: 'rating', by: 'clock' }),
          })
        ).status,
      [path, act] as const,
    )
    expect(status, act).toBeGreaterThanOrEqual(400)
    expect(status, act).toBeLessThan(500)
  }
  expect((await site.town.row(sent.caseId)).revision).toBe(revision)
  await people.close()
})
