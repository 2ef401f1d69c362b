import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findPerson } from '#db/read/people.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { visitors } from '#tests/world/visitor.ts'
import { addDays, dayOf, wallClock } from '#workflows/clock.ts'
import { currentOneTime } from '#workflows/protection/one-time.ts'

let site: Site
let browser: Browser
let people: ReturnType<typeof visitors>
let held: string[]
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      before: async (town) => {
        held = []
        for (let at = 0; at < 4; at += 1) {
          const { caseId } = await town.report({ story: 'landAndLawsuit' })
          await town.as('hewen').step(caseId, { type: 'take' })
          held.push(caseId)
        }
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

it('an officer goes away, and a colleague finds their cases under “mine”', async () => {
  const officer = await people.asOfficer('hewen')
  await officer.open('/account')
  const today = dayOf(site.town.clock.town())
  const form = officer.page.locator('form').filter({ has: officer.page.locator('[name=deputy]') })
  await officer.fill(form, { from: today, until: addDays(today, 3), deputy: site.town.officer('luoping').id })
  await officer.click(form.getByRole('button'))
  await officer.page.getByText(people.word('people:absence.wasSet')).waitFor()
  const deputy = await people.asOfficer('luoping')
  await deputy.open('/desk?state=triage&holder=me')
  expect(await deputy.page.locator('a[href^="/desk/cases/"]').count()).toBe(held.length)
  await deputy.open(`/desk/cases/${held[0]}`)
  await deputy.page
    .getByText(people.word('together:holderAway', { name: '何雯', deputy: '罗平' }))
    .first()
    .waitFor()
})

it('somebody leaves: the administrator sees how much, names a successor, and reads where all of it went', async () => {
  const officer = await people.asOfficer('hewen')
  await officer.open('/desk')
  const administrator = await people.asOfficer('tongyue')
  const { page, word } = administrator
  await administrator.open('/admin/people?q=hewen')
  await administrator.click(page.getByRole('link', { name: '何雯' }))
  await administrator.click(page.getByRole('link', { name: word('people:person.leave') }))
  await page
    .getByText(word('people:leave.caseCount', { count: held.length }))
    .first()
    .waitFor()
  const said = await page.locator('main').innerText()
  for (const caseId of held) expect(said).not.toContain((await site.town.row(caseId)).number)
  const form = page.locator('form').filter({ has: page.locator('[name=cases]') })
  await administrator.fill(form, { cases: site.town.officer('luoping').id })
  await administrator.click(form.getByRole('button'))
  await page.getByText(word('accounts:requests.sent')).waitFor()
  await confirmAll()
  await administrator.open(`/admin/people/${site.town.officer('hewen').id}/leave`)
  await page.getByText(word('people:leave.done')).waitFor()
  await page.getByText(word('people:leave.fates.successor')).waitFor()
  for (const caseId of held) expect((await site.town.row(caseId)).holder).toBe(site.town.officer('luoping').id)
  expect(await findPerson(site.town.db, site.town.officer('hewen').id)).toMatchObject({ disabled: true })
  await officer.open('/desk')
  expect(new URL(officer.page.url()).pathname).toBe('/sign-in')
})

/** The head confirms what waits; answers with the slips that are shown for it. */
async function confirmAll(): Promise<string[]> {
  const head = await people.asOfficer('qinyue')
  await head.open('/accounts')
  await head.page.locator('#waiting').waitFor()
  for (const box of await head.page.locator('input[type=checkbox][name=proposal]').all()) await box.check()
  await head.click(head.page.getByRole('button', { name: head.word('accounts:confirm') }))
  await head.page.getByText(head.word('accounts:done', { count: 1 })).waitFor()
  const slips = await head.page.locator('section[aria-labelledby=slips] code').allInnerTexts()
  await head.page.reload()
  expect(await head.page.locator('section[aria-labelledby=slips]').count()).toBe(0)
  return slips
}

it('an administrator proposes an account, the head confirms it, and its owner alone sees what they sign in with', async () => {
  const administrator = await people.asOfficer('tongyue')
  const { page, word } = administrator
  await administrator.open('/admin/people/new')
  const form = page.locator('form').filter({ has: page.locator('[name=login]') })
  await administrator.fill(form, { login: 'xiahe', name: '夏禾', unit: site.town.officer('luoping').unit })
  await page.locator('#role-administrator').check()
  await page.locator('#role-clerk').check()
  await administrator.click(form.getByRole('button'))
  await page
    .getByText(word('people:problems.administratorReadsCases', { role: word('case:roles.clerk') }))
    .first()
    .waitFor()
  expect(await form.locator('[name=name]').inputValue()).toBe('夏禾')
  await page.locator('#role-administrator').uncheck()
  await administrator.click(form.getByRole('button'))
  await page.getByText(word('accounts:requests.sent')).waitFor()
  const codes = await page.locator('main code').allInnerTexts()
  expect(codes).toEqual([expect.stringMatching(/^\d{8}$/)])
  const slips = await confirmAll()
  expect(slips).toEqual([expect.stringMatching(/^[a-z\d]{4}(-[a-z\d]{4}){3}$/)])
  const owner = await people.asReporter()
  await owner.open('/enrol')
  await owner.page.locator('[name=slip]').fill(slips[0] ?? '')
  await owner.page.locator('[name=check]').fill(codes[0] ?? '')
  await owner.page.getByRole('button', { name: word('enrol:open') }).click()
  const secret = await owner.page.locator('code').innerText()
  await owner.page.locator('img[src^="data:image/svg+xml"]').waitFor()
  const password = '她自己挑的一句很长很长的话'
  await owner.page.locator('[name=password]').fill(password)
  await owner.page.locator('[name=again]').fill(password)
  await owner.page.locator('[name=oneTime]').fill(currentOneTime(secret, wallClock().wall()))
  await owner.page.getByRole('button', { name: word('enrol:save') }).click()
  await owner.page.getByText(word('enrol:done')).waitFor()
}, 120_000)
