import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { visitors } from '#tests/world/visitor.ts'
import { FORTY } from '#tests/together/forty.ts'
import type { Arrived } from '#workflows/sample-town/play.ts'

const VISITS = '今年到九月底接待参观检查四十六次，生产线要停下来腾通道。'
const FORMS = '还让我们填调研问卷，十一份，内容都一样，什么用工什么产值。'

let site: Site
let browser: Browser
let people: ReturnType<typeof visitors>
const forty: Arrived[] = []
let two: Arrived
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      before: async (town) => {
        for (const text of FORTY) forty.push(await town.report({ text }))
        two = await town.report({ text: VISITS + FORMS })
        await town.drain()
      },
    }),
    openBrowser(),
  ])
  people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})
const pathOf = ({ caseId }: Arrived) => `/desk/cases/${caseId}`

it('puts forty duplicates of one meeting together in two sendings, and takes one out again', async () => {
  const clerk = await people.asOfficer('hewen')
  const { page, word } = clerk
  const [main] = forty
  if (!main) throw new Error('nobody reported')
  for (let sending = 0; sending < 4; sending++) {
    await clerk.open(`${pathOf(main)}?similar=all`)
    const boxes = page.locator('#similar input[name=case]')
    if ((await boxes.count()) === 0) break
    await boxes.evaluateAll((all) => {
      for (const box of all as HTMLInputElement[]) box.checked = true
    })
    await page.getByRole('button', { name: word('together:similar.merge') }).click()
    await page.getByText(word('several:outcomes.title')).waitFor()
  }
  await clerk.open(pathOf(main))
  const merged = page.locator('#merged input[name=case]')
  const count = await merged.count()
  expect(count).toBeGreaterThanOrEqual(33)
  await merged.first().check()
  await page.getByRole('button', { name: word('together:merged.unmerge') }).click()
  await page.getByText(word('several:outcomes.title')).waitFor()
  await expect.poll(() => merged.count(), { timeout: 20_000 }).toBe(count - 1)
})

it('splits a report of two matters; its reporter follows both with the one code', async () => {
  const clerk = await people.asOfficer('hewen')
  await clerk.open(pathOf(two))
  const form = await clerk.formOf('split')
  expect(await form.locator('[name=text]').inputValue()).toBe(VISITS + FORMS)
  await clerk.act('split', { text: FORMS, kind: 'B31' })
  await clerk.page.locator('#facts a[href^="/desk/cases/"]').first().click()
  await clerk.page.locator('#report').getByText(FORMS, { exact: true }).waitFor()
  // the page of the next case begins with what is known of that case, and nothing that was typed for the one before
  const classify = await clerk.formOf('classify')
  expect(await classify.locator('[name=kind]').inputValue()).toBe('B31')

  const reporter = await people.asReporter()
  const { page, word } = reporter
  await reporter.follow(two.code)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.getByRole('button', { name: word('followUp:matter.name', { number: '二' }) }).click()
  await page
    .locator('nav [aria-current=page]')
    .getByText(word('followUp:matter.name', { number: '二' }))
    .waitFor()
  await reporter.act('withdraw', { sure: true })
  await page.getByRole('button', { name: word('followUp:matter.name', { number: '一' }) }).click()
  await page
    .locator('nav [aria-current=page]')
    .getByText(word('followUp:matter.name', { number: '一' }))
    .waitFor()
  expect((await site.town.row(two.caseId)).life).toBe('triage.open')
})

it('shows who else has the case open, until they leave', async () => {
  const [, other] = forty
  if (!other) throw new Error('nobody reported')
  const one = await people.asOfficer('luoping')
  await one.open(pathOf(other))
  const clerk = await people.asOfficer('hewen')
  await clerk.open(pathOf(other))
  await clerk.page.getByText('罗平也开着').waitFor()
  // the page says that it is left once its scripts hear it
  await one.page.locator('[aria-haspopup=dialog]').waitFor()
  await one.open('/desk')
  await expect
    .poll(
      async () => {
        await clerk.page.reload()
        return clerk.page.getByText('罗平也开着').count()
      },
      { timeout: 60_000 },
    )
    .toBe(0)
})

it('a note names a colleague by @, typed or pressed, and the colleague finds it under 待办', async () => {
  const [, , third] = forty
  if (!third) throw new Error('nobody reported')
  const clerk = await people.asOfficer('hewen')
  await clerk.open(pathOf(third))
  const note = await clerk.formOf('note')
  await note.getByText(clerk.word('acts:naming.people')).click()
  await note.getByRole('button', { name: '@罗平' }).click()
  await expect.poll(() => note.locator('[name=text]').inputValue()).toBe('@罗平 ')
  await clerk.act('note', { text: '@罗平 请看第二段，@songjie 也看看。' })
  await clerk.page.getByText('请看第二段').first().waitFor()
  for (const login of ['luoping', 'songjie']) {
    const named = await people.asOfficer(login)
    await named.open('/attention')
    await named.page
      .locator(`a[href^="${pathOf(third)}"]`)
      .first()
      .waitFor()
  }
  await clerk.open(pathOf(third))
  await clerk.send('note', { text: '@没有这个人 请看。' })
  await clerk.page.getByText(clerk.word('acts:naming.unknown')).first().waitFor()
  expect(await (await clerk.formOf('note')).locator('[name=text]').inputValue()).toBe('@没有这个人 请看。')
})
