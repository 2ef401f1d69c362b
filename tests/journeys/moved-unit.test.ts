import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '#db/transaction.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { PASSWORD, type Town } from '#tests/world/town.ts'
import { visitors } from '#tests/world/visitor.ts'
import { hashPassword } from '#workflows/protection/password.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { keepAccount } from '#workflows/settings-desk/open-account.ts'

/** A township of one county, and the other county, which the case accuses. */
const TOWNSHIP = { code: '990303001', id: unitId('990303001') }
const OTHER_COUNTY = unitId('990302')
const HANDLER = 'zhenwai'
const letter = { task: '合并表格', quality: '一表一次', feedbackStandard: '附清单' }

let site: Site
let browser: Browser
let people: ReturnType<typeof visitors>
let caseId: string

/** The township's letter is out; it has an officer of its own. */
async function letterOut(town: Town) {
  const who = { login: HANDLER, name: '甄外', email: null, unit: TOWNSHIP.id, roles: ['territoryHandler'] as const }
  const passwordHash = await hashPassword(PASSWORD)
  await inTransaction(town.db, (tx) => keepAccount(tx, town.keys, { ...who, passwordHash }))
  caseId = (await town.report()).caseId
  await town.drive(caseId, 'assigning')
  const reviewer = town.as('liangbo')
  await reviewer.step(caseId, { type: 'nameAccused', units: [OTHER_COUNTY] })
  const to = { territory: TOWNSHIP.id, department: unitId('990300-audit'), lead: 'territory' as const }
  await reviewer.step(caseId, { type: 'writeBrief', brief: '表格重复报送。', ...to })
  await town.pass(7)
  const issued = await reviewer.step(caseId, {
    type: 'issueLetters',
    letters: { territory: letter, department: letter },
  })
  if (issued.kind !== 'moved') throw new Error(`not issued: ${issued.code}`)
}

beforeAll(async () => {
  ;[site, browser] = await Promise.all([aSite({ before: letterOut }), openBrowser()])
  people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it('a township moved to the accused county keeps its letter and its date, and the office reads that it is out of place', async () => {
  const handler = await people.asOfficer(HANDLER)
  const inbox = async () => {
    await handler.open('/handling')
    return handler.page.locator('main tbody tr').allInnerTexts()
  }
  const before = await inbox()
  expect(before).toHaveLength(1)

  const administrator = await people.asOfficer('tongyue')
  await administrator.open(`/admin/units/${TOWNSHIP.id}`)
  // it holds a letter, and the page says so before anybody moves it
  await administrator.page
    .getByText(administrator.word('units:letters', { count: 1 }))
    .first()
    .waitFor()
  await administrator.page.locator('[name=territory_parent]').selectOption(OTHER_COUNTY)
  await administrator.page.getByRole('button', { name: administrator.word('site:buttons.save') }).click()
  await administrator.page.getByText(administrator.word('units:done.changeUnit')).waitFor()

  expect(await inbox()).toEqual(before)
  await handler.page.locator('main tbody a').first().click()
  await handler.page
    .getByRole('button', { name: handler.word('case:acts.acknowledge') })
    .first()
    .waitFor()

  const reviewer = await people.asOfficer('liangbo')
  await reviewer.open(`/desk/cases/${caseId}`)
  const told = { unit: await nameOf(TOWNSHIP.id), track: reviewer.word('case:tracks.territory') }
  await reviewer.page.getByText(reviewer.word('desk:case.ribbon.outOfPlace.conflict', told)).first().waitFor()
})

const nameOf = async (id: string): Promise<string> =>
  (await site.town.db.selectFrom('unit').select('name').where('id', '=', id).executeTakeFirstOrThrow()).name
