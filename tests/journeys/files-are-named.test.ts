import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { type Reporter, visitors } from '#tests/world/visitor.ts'

let site: Site
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([aSite(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const look = (scripts: boolean) => visitors(site, browser, { locale: 'zh-CN', width: 360, scripts })
const file = (name: string, size = 40) => ({ name, mimeType: 'text/plain', buffer: Buffer.alloc(size, 'a') })
const six = Array.from({ length: 6 }, (_, at) => file(`第${at + 1}张.txt`))

async function begin(reporter: Reporter) {
  await reporter.open('/report')
  await reporter.page.locator('[name=text]').fill('拍照打卡，一天六张。')
  await reporter.click(reporter.page.locator('form[data-keep] details > summary'))
  return reporter.page.locator('[name=files]')
}
const send = (reporter: Reporter) =>
  reporter.click(reporter.page.getByRole('button', { name: reporter.word('frontDesk:send'), exact: true }))

it('six photos come back named; sent without them it is asked once, and what is received is named', async () => {
  const people = look(false)
  const reporter = await people.asReporter()
  await (await begin(reporter)).setInputFiles(six)
  await send(reporter)
  const again = reporter.page.locator('[data-again]')
  for (const { name } of six) expect(await again.innerText()).toContain(name)
  await send(reporter)
  expect(await reporter.page.getByRole('alert').first().innerText()).toContain('第1张.txt')
  await reporter.page.locator('[name=files]').setInputFiles(six.slice(0, 2))
  await send(reporter)
  const code = await reporter.page.locator('output[name=receipt]').innerText()
  const received = await reporter.page.locator('main').innerText()
  expect(received).toContain('第1张.txt')
  expect(received).toContain('第2张.txt')
  expect(received).not.toContain('第3张.txt')
  await reporter.follow(code)
  expect(await reporter.page.locator('main').textContent()).toContain('第2张.txt')
  await people.close()
})

it('whoever was asked once and sends without files is received', async () => {
  const people = look(false)
  const reporter = await people.asReporter()
  await (await begin(reporter)).setInputFiles(six)
  await send(reporter)
  await send(reporter)
  await send(reporter)
  await reporter.page.locator('output[name=receipt]').waitFor()
  await people.close()
})

it('an empty file is said', async () => {
  const people = look(false)
  const reporter = await people.asReporter()
  await (await begin(reporter)).setInputFiles([file('空.txt', 0)])
  await send(reporter)
  expect(await reporter.page.getByRole('alert').first().innerText()).toContain(
    people.word('frontDesk:faults.empty', { file: '空.txt' }),
  )
  await people.close()
})

it('a second choosing adds, a file can be taken out, and too much is said before anything is sent', async () => {
  const people = look(true)
  const reporter = await people.asReporter()
  const files = await begin(reporter)
  await files.setInputFiles([file('甲.txt')])
  await files.setInputFiles([file('乙.txt', 11 * 2 ** 20)])
  const names = () => files.evaluate((field: HTMLInputElement) => [...(field.files ?? [])].map(({ name }) => name))
  expect(await names()).toEqual(['甲.txt', '乙.txt'])
  await reporter.page.getByText(people.word('frontDesk:more.files.tooBig')).waitFor()
  await send(reporter)
  expect(await reporter.page.locator('output[name=receipt]').count()).toBe(0)
  await reporter.click(
    reporter.page.getByRole('button', { name: `${people.word('frontDesk:more.files.remove')} 乙.txt` }),
  )
  expect(await names()).toEqual(['甲.txt'])
  await send(reporter)
  await reporter.page.locator('output[name=receipt]').waitFor()
  expect(await reporter.page.locator('main').innerText()).toContain('甲.txt')
  // the page that shows the code can be loaded again
  await reporter.page.reload()
  await reporter.page.locator('output[name=receipt]').waitFor()
  await people.close()
})

it.each([[[]], [[file('丙.txt')]]])('without a network the page stays, with all that is on it (%#)', async (chosen) => {
  const people = look(true)
  const reporter = await people.asReporter()
  await (await begin(reporter)).setInputFiles(chosen)
  await reporter.page.context().setOffline(true)
  await send(reporter)
  await reporter.page.getByText(people.word('frontDesk:offline')).waitFor()
  expect(await reporter.page.locator('[name=text]').inputValue()).toBe('拍照打卡，一天六张。')
  await reporter.page.context().setOffline(false)
  await send(reporter)
  await reporter.page.locator('output[name=receipt]').waitFor()
  await people.close()
})

it('on a slow line the button says how far the files are', async () => {
  const people = look(true)
  const reporter = await people.asReporter()
  await (await begin(reporter)).setInputFiles([file('慢.txt', 400_000)])
  const line = await reporter.page.context().newCDPSession(reporter.page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 50,
    downloadThroughput: 200_000,
    uploadThroughput: 100_000,
  })
  await send(reporter)
  await reporter.page.getByRole('button', { name: /\d+%/ }).waitFor()
  await reporter.page.locator('output[name=receipt]').waitFor()
  await people.close()
})
