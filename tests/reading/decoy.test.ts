import { afterAll, beforeAll, expect, test } from 'vitest'
import { asShown, readThread } from '#workflows/reading/thread.ts'
import { aTown, type Town } from '#tests/world/town.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const VAGUE = '我们这里开会多，希望少开一些。'
const VICTIM = '青石镇每天凌晨两点在群里点名，不回复就要在周会上作检讨。'
/** Rests on the victim's words, and repeats no twelve of them in a row. */
const BRIEF = '反映有乡镇每天凌晨两点在群里清点人数，不回复的要作检讨。'

const threadOf = async (report: string) => asShown((await readThread(town.house, { kind: 'reporter', report }))!)

/** An insider's vague report first, and what the victim said put to it; verified, and to be assigned. */
async function together() {
  const insider = await town.report({ text: VAGUE })
  const victim = await town.report({ text: VICTIM })
  await town.drive(insider.caseId, 'verifying')
  expect(await town.as('clerk').step(victim.caseId, { type: 'merge', into: insider.caseId })).toMatchObject({
    kind: 'moved',
  })
  const { territory, department } = town.handlers(insider.caseId)
  const units = { territory: town.officer(territory).unit, department: town.officer(department).unit }
  const brief = { type: 'writeBrief', brief: BRIEF, ...units, lead: 'territory' }
  return { insider, victim, brief }
}

test('a question that holds the words of one reporter is put to nobody else, and each is asked in their own case', async () => {
  const { insider, victim } = await together()
  const before = await threadOf(insider.report)
  const question = { type: 'askForMore', question: '您说的每天凌晨两点在群里点名，是哪个群？' }
  expect(await town.as('songjie').step(insider.caseId, question)).toMatchObject({
    code: 'invalid',
    issues: [{ field: 'question', problem: 'anothers' }],
  })
  expect(await town.as('songjie').step(victim.caseId, question)).toMatchObject({ kind: 'moved' })
  expect(await threadOf(insider.report)).toEqual(before)
  expect(await threadOf(victim.report)).toMatchObject({ label: 'needsInfo', question: { by: expect.any(String) } })
  await town.asReporter(victim.caseId).step(victim.caseId, { type: 'supplement', text: '政务群。' })
  expect(await threadOf(insider.report)).toEqual(before)
  expect(await threadOf(victim.report)).toMatchObject({ label: 'verifying', question: null })
})

test('the brief, where it goes and the day to object are for whoever it rests on, and so is the no', async () => {
  const { insider, victim, brief } = await together()
  await town.drive(insider.caseId, 'assigning')
  const before = await threadOf(insider.report)
  expect(await town.as('liangbo').step(insider.caseId, brief)).toMatchObject({ kind: 'moved' })
  expect(await threadOf(insider.report)).toEqual(before)
  const theirs = await threadOf(victim.report)
  expect(theirs.dispatch).toMatchObject({ brief: BRIEF, to: [expect.any(String), expect.any(String)], inTime: true })
  expect(theirs.acts).toContain('noDispatch')
  const no = { type: 'noDispatch' }
  expect(await town.asReporter(insider.caseId).step(insider.caseId, no)).toMatchObject({ kind: 'refused' })
  expect(await town.asReporter(victim.caseId).step(insider.caseId, no)).toMatchObject({ kind: 'moved' })
  expect(await threadOf(victim.report)).toMatchObject({ dispatch: null, noDispatch: true })
  expect(await threadOf(insider.report)).toEqual(before)
})
