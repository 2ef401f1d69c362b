import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aSite, type Site } from '#tests/world/site.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { visitors } from '#tests/world/visitor.ts'
import type { Arrived } from '#workflows/sample-town/play.ts'

let site: Site
let browser: Browser
let people: ReturnType<typeof visitors>
let rated: Arrived
let asked: Arrived
let answered: Arrived
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      before: async (town) => {
        ;[rated, answered] = [await town.report(), await town.report()]
        for (const phase of ['replying', 'rating'] as const)
          for (const { caseId } of [rated, answered]) await town.drive(caseId, phase)
        asked = await town.report()
      },
    }),
    openBrowser(),
  ])
  people = visitors(site, browser, { locale: 'zh-CN', width: 360 })
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it('a question is asked and answered without either knowing the other', async () => {
  const clerk = await people.asOfficer('hewen')
  await clerk.open(`/desk/cases/${asked.caseId}`)
  await clerk.act('askForMore', { question: '是哪几张表？' })
  const reporter = await people.asReporter()
  await reporter.follow(asked.code)
  await reporter.page.getByText('是哪几张表？').first().waitFor()
  await reporter.act('supplement', { text: '低保、残联、农业各一张。' })
  await clerk.page.reload()
  await clerk.page.getByText('低保、残联、农业各一张。').first().waitFor()
})

it('a report can be taken back, and nobody works on it any more', async () => {
  const reporter = await people.asReporter()
  const code = await reporter.file({ text: '每天要在三个群里打卡。' })
  await reporter.follow(code)
  await reporter.act('withdraw', { sure: true })
  await reporter.page.getByText(people.word('followUp:stands.withdrawn')).first().waitFor()
})

it('whoever is not satisfied is heard once more', async () => {
  const reporter = await people.asReporter()
  await reporter.follow(rated.code)
  await reporter.act('rate', { satisfied: 'no', text: '表还是要交。' })
  await reporter.page.getByText(people.word('followUp:stands.lettersOut')).first().waitFor()
})

it('a wrong code, an unknown one and no code at all are answered with the same page', async () => {
  const pages = new Set<string>()
  for (const typed of [
    '1234 5678 9012 3456 7890',
    '00000000000000000000',
    '12',
    'hello',
    '<script>alert(1)</script>',
  ]) {
    const reporter = await people.asReporter()
    await reporter.open('/follow')
    await reporter.page.locator('[name=receipt]').fill(typed)
    await reporter.page.getByRole('button', { name: people.word('followUp:code.open') }).click()
    await reporter.page.getByText(people.word('followUp:code.wrong')).waitFor()
    // what can be read depends on the style sheet as well
    await reporter.page.waitForLoadState()
    pages.add(await reporter.page.locator('main').innerText())
    expect(new URL(reporter.page.url()).search).toBe('')
  }
  expect(pages.size).toBe(1)
})

it('leaving shows a page like any other, and the way back asks for the code again', async () => {
  const reporter = await people.asReporter()
  await reporter.follow(rated.code)
  await reporter.click(reporter.page.getByRole('button', { name: people.word('followUp:leave') }))
  await reporter.page.waitForURL(/\/cases$/)
  await reporter.page.goBack().catch(() => null)
  await reporter.open('/follow')
  await reporter.page.locator('[name=receipt]').waitFor()
})

it('with scripts off a report is filed, followed, answered and rated', async () => {
  const plain = visitors(site, browser, { locale: 'zh-CN', width: 360, scripts: false })
  const reporter = await plain.asReporter()
  const code = await reporter.file({ text: '一份底数报三遍，每遍口径都不一样。', place: '望川县双桥镇' })
  expect(code).toMatch(/^\d{4}( \d{4}){4}$/)
  // nobody else's browser did without the proof of work
  const { id } = await site.town.db
    .selectFrom('case_file')
    .select('id')
    .where('slow_lane', '=', true)
    .executeTakeFirstOrThrow()
  const clerk = await people.asOfficer('hewen')
  await clerk.open(`/desk/cases/${id}`)
  await clerk.act('askForMore', { question: '从什么时候开始？' })
  await reporter.follow(code)
  await reporter.act('supplement', { text: '八月底开始。' })
  const again = await plain.asReporter()
  await again.follow(answered.code)
  await again.act('rate', { satisfied: 'yes', consent: true })
  await plain.close()
})
