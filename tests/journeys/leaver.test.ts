import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findPerson } from '#db/read/people.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { visitors } from '#tests/world/visitor.ts'
import { addDays, dayOf } from '#workflows/clock.ts'

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
  await page.getByText(word('people:leave.done')).waitFor()
  await page.getByText(word('people:leave.fates.successor')).waitFor()
  for (const caseId of held) expect((await site.town.row(caseId)).holder).toBe(site.town.officer('luoping').id)
  expect(await findPerson(site.town.db, site.town.officer('hewen').id)).toMatchObject({ disabled: true })
  await officer.open('/desk')
  expect(new URL(officer.page.url()).pathname).toBe('/sign-in')
})

it('an administrator opens an account, and its owner signs in with what was shown once and changes the password', async () => {
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
  await page.getByText(word('people:new.opened', { name: '夏禾' })).waitFor()
  expect(await page.locator('code').allInnerTexts()).toEqual([
    'xiahe',
    expect.stringMatching(/^[a-z\d]{4}(-[a-z\d]{4}){5}$/),
    expect.stringMatching(/^[A-Z2-7]{16,}$/),
    expect.stringMatching(/^otpauth:\/\/totp\//),
  ])
  await page.reload()
  expect(await page.locator('code').count()).toBe(0)
})
