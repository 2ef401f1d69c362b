import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aSite, type Site } from '#tests/world/site.ts'
import { heldScripts } from '#tests/world/held-scripts.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { visitors } from '#tests/world/visitor.ts'
import type { Arrived } from '#workflows/sample-town/play.ts'

let site: Site
let browser: Browser
let people: ReturnType<typeof visitors>
let fresh: Arrived
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      before: async (town) => {
        fresh = await town.report({ story: 'landAndLawsuit' })
        await town.as('hewen').step(fresh.caseId, { type: 'classify', kind: 'OUT', complexity: 'easy', place: null })
        await town.drain()
      },
    }),
    openBrowser(),
  ])
  people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it('a clerk begins at what waits for them, and refuses in the words of a template that they can take back', async () => {
  const clerk = await people.asOfficer('hewen')
  expect(new URL(clerk.page.url()).pathname).toBe('/attention')
  await clerk.page.locator(`a[href="/desk/cases/${fresh.caseId}"]`).first().click()
  const form = await clerk.formOf('proposeRefusal')
  const text = form.locator('[name=text]')
  await text.fill('我自己写的一句')
  await form.getByLabel(people.word('acts:picker.use')).selectOption({ label: '涉嫌违法犯罪' })
  await expect.poll(() => text.inputValue()).toContain('110')
  expect(await form.locator('[name=reason][value=crime]').isChecked()).toBe(true)
  await form.getByRole('button', { name: people.word('acts:picker.undo') }).click()
  expect(await text.inputValue()).toBe('我自己写的一句')
  expect(await form.locator('[name=reason]:checked').count()).toBe(0)
})

it('a template chosen before the page is alive fills the form once it is, and the name of nobody can be pressed too early', async () => {
  const clerk = await people.asOfficer('hewen')
  const { page } = clerk
  const scripts = await heldScripts(page)
  await page.goto(`/desk/cases/${fresh.caseId}`, { waitUntil: 'commit' })
  const form = await clerk.formOf('proposeRefusal')
  await form.getByLabel(people.word('acts:picker.use')).selectOption({ label: '涉嫌违法犯罪' })
  const note = await clerk.formOf('note')
  await note.getByText(people.word('acts:naming.people')).click()
  const names = note.getByRole('button', { name: /^@/ })
  expect(await names.count()).toBe(0)
  expect(await form.locator('[name=text]').inputValue()).toBe('')
  await scripts.letGo()
  await names.first().waitFor()
  await expect.poll(() => form.locator('[name=text]').inputValue()).toContain('110')
})

it('a text with a gap in it comes back with all that was typed, and says where', async () => {
  const clerk = await people.asOfficer('hewen')
  await clerk.open(`/desk/cases/${fresh.caseId}`)
  await clerk.send('askForMore', { question: '请补充【……哪一天】。' })
  await clerk.page.getByText(people.word('acts:problems.gap')).first().waitFor()
  expect(await (await clerk.formOf('askForMore')).locator('[name=question]').inputValue()).toBe('请补充【……哪一天】。')
})

it('without scripts a template is chosen by the address, and stands in its form to be read', async () => {
  const plain = visitors(site, browser, { locale: 'zh-CN', width: 1280, scripts: false })
  const clerk = await plain.asOfficer('hewen')
  await clerk.open(`/desk/cases/${fresh.caseId}`)
  const form = clerk.page
    .locator('form')
    .filter({ has: clerk.page.locator('[name=act][value=proposeRefusal]') })
    .last()
  await clerk.page.locator('details').filter({ has: form }).last().locator('> summary').click()
  await form.getByLabel(people.word('acts:picker.use')).selectOption({ label: '一般民生诉求' })
  await form.getByRole('button', { name: people.word('acts:picker.fill') }).click()
  await clerk.page.waitForURL(/template=/)
  expect(await form.locator('[name=text]').inputValue()).toContain('12345')
  expect(await form.locator('[name=text]').isVisible()).toBe(true)
  await plain.close()
})

it('an administrator is told which blank does not exist, sees the template filled, and keeps it', async () => {
  const { page, word } = await people.asOfficer('tongyue')
  await page.goto('/admin/templates?purpose=question')
  await page.getByRole('link', { name: word('templates:list.add') }).click()
  await page.locator('[name=title]').fill('问会议')
  await page.locator('[name=question]').fill('关于“{类型}”，请补充。')
  await page.getByRole('button', { name: word('templates:form.save') }).click()
  await page
    .getByText(/没有“类型”这个空，最接近的是“类别”/)
    .first()
    .waitFor()
  await page.locator('[name=question]').fill('关于“{类别}”，请补充。')
  await page.getByRole('button', { name: word('templates:form.preview') }).click()
  await page.getByText('关于“会议过多过长”，请补充。').waitFor()
  await page.getByRole('button', { name: word('templates:form.save') }).click()
  await page.getByText(word('templates:form.saved')).waitFor()
})
