import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { formatDay } from '#app/ui/day-words.ts'
import { NOTICE_2027 } from '#tests/world/notice-2027.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { visitors } from '#tests/world/visitor.ts'
import type { Arrived } from '#workflows/sample-town/play.ts'

let site: Site
let browser: Browser
let people: ReturnType<typeof visitors>
let crossing: Arrived
let verified: Arrived
let given: Arrived
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      on: '2026-12-04',
      before: async (town) => {
        crossing = await town.report()
        await town.drive(crossing.caseId, 'rectifying')
        for (const track of ['territory', 'department'] as const)
          await town.as(town.handlers(crossing.caseId)[track]).step(crossing.caseId, { type: 'acknowledge', track })
        verified = await town.report({ story: 'thirteenVideoMeetings' })
        await town.drive(verified.caseId, 'verifying')
        given = await town.report()
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

const dueOf = async ({ caseId }: Arrived, name: string) => {
  const dates = site.town.db.selectFrom('deadline').select('due_on').where('case_id', '=', caseId)
  const { due_on } = await dates.where('name', '=', name).where('state', '!=', 'cleared').executeTakeFirstOrThrow()
  return due_on
}
const said = (day: string) => formatDay(day, 'zh-CN')

it('an administrator imports 2027: dates were provisional before, and afterwards are right everywhere and say why', async () => {
  const { word } = people
  const before = await dueOf(crossing, 'rectification')
  expect(before.startsWith('2027-01')).toBe(true)
  const letter = (await site.town.letters(crossing.caseId)).find(({ track }) => track === 'territory')!
  const unit = await people.asOfficer(site.town.handlers(crossing.caseId).territory)
  await unit.open(`/handling/letters/${letter.id}`)
  await unit.page.getByText(word('site:due.provisional')).first().waitFor()
  const clerk = await people.asOfficer('liangbo')
  await clerk.open(`/desk/cases/${crossing.caseId}`)
  await clerk.page.getByText(word('site:due.provisional')).first().waitFor()
  const promised = await dueOf(verified, 'verification')
  const reporter = await people.asReporter()
  await reporter.follow(verified.code)
  await reporter.page.getByText(said(promised)).first().waitFor()
  await reporter.page.getByText(word('site:due.provisional')).first().waitFor()
  const administrator = await people.asOfficer('tongyue')
  await administrator.open('/admin')
  await administrator.page.getByText(/暂定/).first().waitFor()
  await administrator.open('/admin/holidays')
  const { page } = administrator
  const buffer = Buffer.from(NOTICE_2027)
  await page.locator('input[type=file]').setInputFiles({ name: '通知.txt', mimeType: 'text/plain', buffer })
  await page.getByRole('button', { name: word('holidays:preview') }).click()
  await page.getByText(word('holidays:wouldStore', { year: 2027 })).waitFor()
  const preview = await page.locator('section', { has: page.locator('#store') }).innerText()
  expect(preview).toContain(`${word('case:deadlines.rectification')}：${said(before)}改为`)
  await page.getByRole('button', { name: word('holidays:store', { year: 2027 }) }).click()
  await page.getByText(word('holidays:done.importCalendar', { year: 2027 })).waitFor()

  const after = await dueOf(crossing, 'rectification')
  expect(after > before).toBe(true)
  expect(preview).toContain(`改为${said(after)}`)
  const kept = await dueOf(verified, 'verification')
  expect(kept > promised).toBe(true)
  const seen = [
    [unit, after],
    [clerk, after],
    [reporter, kept],
  ] as const
  for (const [{ page: theirs }, on] of seen) {
    await theirs.reload()
    await theirs.getByText(said(on)).first().waitFor()
    expect(await theirs.getByText(word('site:due.provisional')).count()).toBe(0)
  }
  // the unit reads how it is counted, the office who moved it
  await unit.page
    .getByText(/个工作日:.*跨元旦,至2027年/)
    .first()
    .waitFor()
  await clerk.page.getByText('放假安排公布，暂定的时限已重新计算').first().waitFor({ state: 'attached' })
  expect(await unit.page.getByText(said(before)).count()).toBe(0)
}, 60_000)

it('another length and ladder count for new cases, and a date that was given does not move', async () => {
  const { word } = people
  const before = await dueOf(given, 'triage')
  const administrator = await people.asOfficer('tongyue')
  await administrator.open('/admin/dates')
  const form = administrator.page
    .locator('form')
    .filter({ has: administrator.page.locator('[name=name][value=triage]') })
    .filter({ has: administrator.page.locator('[value=setDeadlineRule]') })
  await form.evaluate((element) => {
    for (const fold of [element.closest('details'), ...element.querySelectorAll('details')]) if (fold) fold.open = true
  })

  // a reminder that would come after its date: refused with the reason beside it, and everything typed is still there
  await administrator.fill(form, { days: '6', reminder: '6', yellow: '2', source: '云办发〔2026〕9号' })
  await form.getByRole('button', { name: word('site:buttons.save') }).click()
  const mistake = word('dates:problems.tooEarly', { field: word('dates:fields.reminder') })
  await administrator.page.getByText(mistake).first().waitFor()
  expect(await form.locator('[name=reminder]').getAttribute('aria-invalid')).toBe('true')
  for (const [name, value] of Object.entries({ days: '6', reminder: '6', yellow: '2', source: '云办发〔2026〕9号' }))
    expect(await form.locator(`[name=${name}]`).inputValue()).toBe(value)
  expect(
    (await site.town.db.selectFrom('deadline_rule').selectAll().execute()).map(({ source }) => source),
  ).not.toContain('云办发〔2026〕9号')

  await form.locator('[name=reminder]').fill('4')
  await form.getByRole('button', { name: word('site:buttons.save') }).click()
  await administrator.page.getByText(word('dates:done.setDeadlineRule')).waitFor()
  const reporter = await people.asReporter()
  const code = await reporter.file({ text: '村里每周要交四张一样的报表。' })
  expect(code).not.toBe('')
  const rows = await site.town.db
    .selectFrom('deadline')
    .select(['days', 'rule', 'due_on', 'ladder', 'case_id'])
    .where('name', '=', 'triage')
    .execute()
  const fresh = rows.find(({ rule }) => rule === '云办发〔2026〕9号')
  expect(fresh).toMatchObject({ days: 6, ladder: { reminder: 4, yellow: 2 } })
  expect(await dueOf(given, 'triage')).toBe(before)
  const clerk = await people.asOfficer('hewen')
  await clerk.open(`/desk/cases/${fresh?.case_id}`)
  await clerk.page
    .getByText(said(fresh?.due_on ?? ''))
    .first()
    .waitFor()
  await clerk.open(`/desk/cases/${given.caseId}`)
  await clerk.page.getByText(said(before)).first().waitFor()
}, 60_000)
