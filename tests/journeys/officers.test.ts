import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '#db/transaction.ts'
import { insertStaffRole } from '#db/write/staff.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import type { Town } from '#tests/world/town.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { type Visitor, visitors } from '#tests/world/visitor.ts'
import { OFFICE_TEXTS } from '#workflows/sample-town/data/stories/office-texts.ts'
import { storyOf } from '#workflows/sample-town/data/stories/stories.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import type { Arrived } from '#workflows/sample-town/play.ts'

const GONE = 404
const SCOPE = storyOf('landAndLawsuit')

let site: Site
let browser: Browser
let people: ReturnType<typeof visitors>
let cases: Awaited<ReturnType<typeof bring>>
let letters: Awaited<ReturnType<Town['letters']>>
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      before: async (town) => {
        cases = await bring(town)
        letters = await town.letters(cases.withTheUnits.caseId)
        // somebody with two hats, who must not wear both on one case
        await inTransaction(town.db, (tx) =>
          insertStaffRole(tx, { staff_id: town.officer('luoping').id, role: 'verifier' }),
        )
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

/** The slow ones first: while they are driven, days go by for the others too. */
async function bring(town: Town) {
  const driven = async (phase: 'rectifying' | 'assigning' | 'verifying') => {
    const arrived = await town.report()
    await town.drive(arrived.caseId, phase)
    return arrived
  }
  return {
    toBeSent: await driven('assigning'),
    verified: await driven('verifying'),
    withTheUnits: await driven('rectifying'),
    outOfScope: await town.report({ story: 'landAndLawsuit' }),
    justIn: await town.report({ story: 'dueToday' }),
    aboutTheOffice: await town.report({ story: 'weeklyReliefReport' }),
  }
}

const pathOf = ({ caseId }: Arrived) => `/desk/cases/${caseId}`
const statusAt = async ({ page }: Visitor, path: string) => (await page.goto(path))?.status()
const offers = ({ page }: Visitor, act: string) => page.locator(`input[name=act][value=${act}]`).count()

it('a report out of scope is refused by two people, and its reporter reads why and where to go', async () => {
  const clerk = await people.asOfficer('hewen')
  await clerk.open(pathOf(cases.outOfScope))
  await clerk.act('classify', { kind: 'OUT', complexity: 'easy' })
  await clerk.act('proposeRefusal', { reason: SCOPE.refusal?.reason ?? '', text: SCOPE.refusal?.text ?? '' })
  expect(await offers(clerk, 'confirmRefusal')).toBe(0)
  const second = await people.asOfficer('liangbo')
  await second.open(pathOf(cases.outOfScope))
  await second.act('confirmRefusal')
  const reporter = await people.asReporter()
  await reporter.follow(cases.outOfScope.code)
  await reporter.page.getByText(people.word('case:otherChannels.individualPetition')).first().waitFor()
})

it('nobody verifies what they accepted, even with both hats', async () => {
  const both = await people.asOfficer('luoping')
  await both.open(pathOf(cases.justIn))
  await both.act('classify', { kind: 'B31', complexity: 'easy', place: unitId('990305004') })
  await both.act('nameAccused')
  await both.act('accept')
  expect(await offers(both, 'note')).toBe(1)
  expect(await offers(both, 'recordFinding')).toBe(0)
  const another = await people.asOfficer('songjie')
  await another.open(pathOf(cases.justIn))
  expect(await offers(another, 'recordFinding')).toBe(1)
})

it('whom a report accuses does not learn that it exists', async () => {
  const accused = await people.asOfficer('hewen')
  expect(await statusAt(accused, pathOf(cases.aboutTheOffice))).toBe(GONE)
  await accused.open('/desk?state=triage')
  expect(await accused.page.locator(`a[href="${pathOf(cases.aboutTheOffice)}"]`).count()).toBe(0)
  const discipline = await people.asOfficer('jiangtao')
  expect(await statusAt(discipline, pathOf(cases.aboutTheOffice))).toBe(200)
  await discipline.act('handUp', { text: OFFICE_TEXTS.handUp })
})

it('a letter that went astray is objected to, and the head rules', async () => {
  const letter = letters.find(({ track }) => track === 'territory')
  const handler = await people.asOfficer('wangchuan')
  await handler.open(`/handling/letters/${letter?.id}`)
  await handler.act('object', { grounds: OFFICE_TEXTS.objection })
  const head = await people.asOfficer('qinyue')
  await head.open(pathOf(cases.withTheUnits))
  await head.act('ruleObjection', { ruling: 'confirmed', grounds: OFFICE_TEXTS.objectionConfirmed }, 'territory')
  await handler.page.reload()
  await handler.page.getByText(people.word('handling:history.ruling.confirmed')).waitFor()
})

it("another unit's letter is not there, nor any case, for a unit", async () => {
  const other = await people.asOfficer('shibu')
  for (const { id } of letters) expect(await statusAt(other, `/handling/letters/${id}`)).toBe(GONE)
  expect(await statusAt(other, pathOf(cases.withTheUnits))).toBe(403)
})

it('an exception to the rules of dispatch takes the head and the supervisor', async () => {
  const head = await people.asOfficer('qinyue')
  await head.open(pathOf(cases.toBeSent))
  await head.act('proposeOverride', {
    territory: unitId('990303'),
    department: unitId('990300-civilAffairs'),
    text: '由其牵头更快，专项办全程跟踪。',
  })
  expect(await offers(head, 'confirmOverride')).toBe(0)
  const supervisor = await people.asOfficer('xielan')
  await supervisor.open(pathOf(cases.toBeSent))
  await supervisor.act('confirmOverride')
})

it('whoever is hunted for a report is answered by discipline inspection', async () => {
  const reporter = await people.asReporter()
  await reporter.follow(cases.verified.code)
  await reporter.act('reportReprisal', { text: '镇里在查谁发的，要看每个人的手机。' })
  const discipline = await people.asOfficer('jiangtao')
  await discipline.open(pathOf(cases.verified))
  await discipline.act('answerReprisal', { text: OFFICE_TEXTS.reprisalAnswered })
  await reporter.follow(cases.verified.code)
  await reporter.page.getByText(OFFICE_TEXTS.reprisalAnswered).first().waitFor()
})

it('the auditor reads the record and moves nothing', async () => {
  const auditor = await people.asOfficer('mazhen')
  expect(await statusAt(auditor, pathOf(cases.withTheUnits))).toBe(200)
  await auditor.page.getByText(people.word('case:acts.issueLetters')).first().waitFor()
  for (const act of ['note', 'take', 'passResults', 'issueOrder']) expect(await offers(auditor, act)).toBe(0)
})

it('the administrator of accounts reads no case', async () => {
  const administrator = await people.asOfficer('tongyue')
  for (const path of ['/desk', pathOf(cases.withTheUnits), '/handling', '/newsroom'])
    expect(await statusAt(administrator, path)).toBe(403)
})
