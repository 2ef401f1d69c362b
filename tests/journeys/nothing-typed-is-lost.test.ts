import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { type Reporter, visitors } from '#tests/world/visitor.ts'
import type { Arrived } from '#workflows/sample-town/play.ts'

let site: Site
let browser: Browser
let asked: Arrived
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      before: async (town) => {
        asked = await town.report()
      },
    }),
    openBrowser(),
  ])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const TYPED = { place: '望川县双桥镇', unit: '县数据局', happened: '三月起', noDispatch: true }
const photo = (name: string, size = 40) => ({ name, mimeType: 'text/plain', buffer: Buffer.alloc(size, '字') })
const look = (scripts: boolean) => visitors(site, browser, { locale: 'zh-CN', width: 360, scripts })

async function write(reporter: Reporter): Promise<void> {
  await reporter.open('/report')
  const form = reporter.page.locator('form[data-keep]')
  await reporter.fill(form, { text: '三个系统报同一份表。' })
  await reporter.click(form.locator('details > summary'))
  await reporter.fill(form, TYPED)
}
const said = (reporter: Reporter) =>
  reporter.page.locator('form[data-keep]').evaluate((form: HTMLFormElement) => {
    const fields = new FormData(form)
    return Object.fromEntries(
      ['text', 'place', 'unit', 'happened', 'noDispatch', 'contact'].map((name) => [name, fields.get(name)]),
    )
  })

it.each([true, false])('size of letters and language bring back every word and tick (scripts: %s)', async (scripts) => {
  const people = look(scripts)
  const reporter = await people.asReporter()
  await write(reporter)
  await reporter.page.locator('[name=contact]').fill('打给隔壁小卖部')
  await reporter.page.locator('[name=files]').setInputFiles([photo('值班表.txt')])
  const before = await said(reporter)
  expect(before).toMatchObject({ text: '三个系统报同一份表。', noDispatch: 'on', contact: '打给隔壁小卖部' })
  await reporter.page.getByRole('button', { name: people.word('site:size.larger'), exact: true }).click()
  await reporter.page.locator('html[data-size=larger]').waitFor()
  expect(await said(reporter)).toEqual(before)
  await reporter.page.getByRole('button', { name: 'English' }).click()
  await reporter.page.locator('html[lang=en][data-size=larger]').waitFor()
  expect(await said(reporter)).toEqual(before)
  expect(await reporter.page.locator('[data-again]').innerText()).toContain('值班表.txt')
  await people.close()
})

it('a reload brings back words and ticks, and how to reach somebody was never kept', async () => {
  const people = look(true)
  const reporter = await people.asReporter()
  await write(reporter)
  await reporter.page.locator('[name=contact]').fill('打给隔壁小卖部')
  const before = await said(reporter)
  await reporter.page.reload()
  expect(await said(reporter)).toEqual({ ...before, contact: '' })
  await people.close()
})

it.each(['/report', '/follow'])('no link of %s leads away from what is being typed', async (path) => {
  const people = look(false)
  const reporter = await people.asReporter()
  await reporter.open(path)
  const links = await reporter.page
    .locator('a[href]:not([href^="#"])')
    .evaluateAll((found) =>
      found.filter((link) => link.getAttribute('target') !== '_blank').map((link) => link.outerHTML),
    )
  expect(links).toEqual([])
  await people.close()
})

it.each([true, false])('an answer that is being written stays as well (scripts: %s)', async (scripts) => {
  const clerk = await look(true).asOfficer('hewen')
  if (scripts) {
    await clerk.open(`/desk/cases/${asked.caseId}`)
    await clerk.act('askForMore', { question: '是哪几张表？' })
  }
  const people = look(scripts)
  const reporter = await people.asReporter()
  await reporter.follow(asked.code)
  const form = await reporter.formOf('supplement')
  await reporter.fill(form, { text: '低保、残联、农业各一张。' })
  const place = scripts ? reporter.page.locator('footer') : form
  await place.getByRole('button', { name: people.word('site:size.larger'), exact: true }).click()
  await reporter.page.locator('html[data-size=larger]').waitFor()
  expect(await (await reporter.formOf('supplement')).locator('[name=text]').inputValue()).toBe(
    '低保、残联、农业各一张。',
  )
  await people.close()
})

it('a half-typed code is there in the other language', async () => {
  const people = look(false)
  const reporter = await people.asReporter()
  await reporter.open('/follow')
  await reporter.page.locator('[name=receipt]').fill('1234 5678')
  await reporter.page.getByRole('button', { name: 'English' }).click()
  await reporter.page.locator('html[lang=en]').waitFor()
  expect(await reporter.page.locator('[name=receipt]').inputValue()).toBe('1234 5678')
  await people.close()
})
