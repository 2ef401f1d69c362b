import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aSite, type Site } from '#tests/world/site.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { visitors } from '#tests/world/visitor.ts'
import type { Arrived } from '#workflows/sample-town/play.ts'

let site: Site
let browser: Browser
let people: ReturnType<typeof visitors>
let late: Arrived
let disputed: Arrived
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      before: async (town) => {
        late = await town.report()
        await town.drive(late.caseId, 'rectifying')
        for (const track of ['territory', 'department'] as const)
          await town.as(town.handlers(late.caseId)[track]).step(late.caseId, { type: 'acknowledge', track })
        await town.pass(24)
        disputed = await town.report({ story: 'thirteenVideoMeetings' })
        await town.drive(disputed.caseId, 'rectifying')
      },
    }),
    openBrowser(),
  ])
  people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
  // the days that passed ring now
  await site.pass(1)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const letterOf = async ({ caseId }: Arrived, track: 'territory' | 'department') =>
  (await site.town.letters(caseId)).find((letter) => letter.track === track)!

it('a late unit is seen by its handler, the supervisor, the leader and the reporter, each in their own way', async () => {
  const { word } = people
  const letter = await letterOf(late, 'territory')
  const handler = await people.asOfficer(site.town.handlers(late.caseId).territory)
  await handler.open('/handling')
  const own = handler.page.locator('tr', { hasText: letter.number })
  await own.locator('[data-rung=leader]').waitFor()

  const supervisor = await people.asOfficer('xielan')
  await supervisor.open('/oversight')
  const line = supervisor.page.locator('tr', { hasText: letter.number })
  await line.locator('[data-rung=leader]').waitFor()
  await line.locator(`a[href="/desk/cases/${late.caseId}"]`).click()
  await supervisor.page.waitForURL(/\/desk\/cases\//)
  // the words are there: who, what, how late, by when
  await supervisor.act('issueOrder', {}, 'territory')
  expect(supervisor.cost.fields).toBe(0)
  await supervisor.page.locator('a[href^="/oversight/orders/"]').first().click()
  await supervisor.page.getByText(letter.number).first().waitFor()

  await handler.open(`/handling/letters/${letter.id}`)
  await handler.page.getByText('云减负督办').first().waitFor()
  await handler.act('answerOrder', { text: '对接延误，下周三办完。' })
  await supervisor.page.reload()
  await supervisor.page.getByText('对接延误，下周三办完。').waitFor()
  await supervisor.page.getByRole('button', { name: word('case:acts.settleOrder') }).click()
  await supervisor.page.getByText(word('oversight:orderStates.settled')).first().waitFor()

  const leader = await people.asOfficer('shaoyuan')
  await leader.open('/attention')
  await leader.page
    .getByRole('link', { name: word('case:notices.leaderTold') })
    .first()
    .click()
  await leader.page.waitForURL(/\/oversight/)
  await leader.page.locator('tr', { hasText: letter.number }).locator('[data-rung=leader]').waitFor()
  expect(await leader.page.locator('a[href^="/desk"]').count()).toBe(0)
  expect(await leader.page.content()).not.toContain((await site.town.row(late.caseId)).number)
  expect((await leader.page.goto('/oversight/orders/11111111-1111-4111-8111-111111111111'))?.status()).toBe(403)

  const reporter = await people.asReporter()
  await reporter.follow(late.code)
  await reporter.page.getByText(word('case:labels.rectifying')).first().waitFor()
  const thread = await reporter.page.locator('main').innerText()
  for (const theirs of ['督办', '红牌', letter.number]) expect(thread).not.toContain(theirs)
}, 90_000)

it('whose duty it is: a bare return is not taken and loses no word, the head reads the reason and rules', async () => {
  const { word } = people
  const letter = await letterOf(disputed, 'territory')
  const handler = await people.asOfficer(site.town.handlers(disputed.caseId).territory)
  await handler.open(`/handling/letters/${letter.id}`)
  await handler.send('object', { grounds: '不是我们的事，请改交' })
  await handler.page.getByText(word('oversight:lostForm.whoseDuty')).first().waitFor()
  const form = await handler.formOf('object')
  expect(await form.locator('[name=grounds]').inputValue()).toBe('不是我们的事，请改交')
  await handler.act('object', { grounds: '职责清单第3项，应由市级部门办理' })
  await handler.page.getByText('云澜市人民政府').first().waitFor()

  const head = await people.asOfficer('qinyue')
  await head.open(`/desk/cases/${disputed.caseId}`)
  const ruling = await head.formOf('ruleObjection', 'territory')
  expect(await ruling.innerText()).toContain('职责清单第3项，应由市级部门办理')
  await head.act('ruleObjection', { ruling: 'confirmed', grounds: '由你单位办理' }, 'territory')
  await handler.page.reload()
  await handler.page.getByText('由你单位办理').waitFor()
  expect(await handler.page.locator('input[name=act][value=object]').count()).toBe(0)
}, 90_000)
