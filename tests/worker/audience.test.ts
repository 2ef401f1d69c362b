import { afterEach, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#db/transaction.ts'
import { dayOf } from '#workflows/clock.ts'
import { drain } from '#workflows/worker/drain.ts'
import * as deliverNotices from '#workflows/worker/deliver-notices.ts'
import { COUNTY, DEPARTMENT, type SmallTown, smallTown, unitNamed } from './small-town.ts'

let town: SmallTown
beforeEach(async () => {
  town = await smallTown()
})
afterEach(() => town.close())

const letter = { task: '停报重复表格', quality: '全部停报', feedbackStandard: '一页纸' }
const classified = { type: 'classify', kind: 'B11', complexity: 'standard', place: COUNTY }

/** Office and units, and a case whose letters have just been issued. */
async function lettersOut() {
  const clerk = await town.officer('clerk', ['clerk'])
  const verifier = await town.officer('verifier', ['verifier'])
  const reviewer = await town.officer('reviewer', ['reviewer'])
  const territory = await town.officer('territory', ['territoryHandler'], COUNTY)
  const department = await town.officer('department', ['departmentHandler'], DEPARTMENT)
  // the reporter's days to object are over before the letters are to leave
  town.house.clock.set('2026-11-16')
  const { case: id, report } = await town.report()
  await town.does(clerk, id, { type: 'nameAccused', units: [] })
  await town.does(clerk, id, classified)
  await town.does(clerk, id, { type: 'accept' })
  await town.does(verifier, id, { type: 'recordFinding', finding: 'substantiated', grounds: '属实' })
  await town.does(reviewer, id, {
    type: 'writeBrief',
    brief: '重复报表',
    territory: COUNTY,
    department: DEPARTMENT,
    lead: 'territory',
  })
  town.house.clock.set('2026-11-25')
  await drain(town.house)
  await town.does(reviewer, id, { type: 'issueLetters', letters: { territory: letter, department: letter } })
  return { id, report, clerk, verifier, reviewer, territory, department }
}

/** Only what is told from here on. */
async function forget() {
  await deliverNotices.runOnce(town.house)
  await town.owner.deleteFrom('notice').execute()
}

test('a new report is told to the clerks, and to nobody else', async () => {
  await town.officer('clerk', ['clerk'])
  await town.officer('left', ['clerk'], undefined, true)
  await town.officer('verifier', ['verifier'])
  await town.officer('handler', ['territoryHandler'], COUNTY)
  await town.report()
  await deliverNotices.runOnce(town.house)
  expect(await town.notices()).toEqual(['clerk: caseArrived'])
})

test('an officer of the accused unit, or of one that answers to it, is told nothing', async () => {
  await town.officer('clerk', ['clerk'])
  await town.officer('accused', ['clerk'], COUNTY)
  await town.officer('below', ['clerk'], unitNamed('望川县民政局'))
  await town.report('望川县人民政府要求各村每天报送三张重复的表格')
  await deliverNotices.runOnce(town.house)
  expect(await town.notices()).toEqual(['clerk: caseArrived'])
})

test('whoever holds a case but is named in it since is passed over for those who may know', async () => {
  const held = await town.officer('held', ['clerk'], COUNTY)
  const clerk = await town.officer('clerk', ['clerk'])
  const { case: id, report } = await town.report()
  await town.does(held, id, { type: 'take' })
  await town.does(clerk, id, { type: 'nameAccused', units: [COUNTY] })
  await forget()
  await town.says(report, id, { type: 'supplement', text: '还有一张表' })
  await deliverNotices.runOnce(town.house)
  expect(await town.notices()).toEqual(['clerk: supplementArrived'])
})

test('a supplement is told to whoever holds the case, and to all clerks while nobody does', async () => {
  const first = await town.officer('first', ['clerk'])
  await town.officer('second', ['clerk'])
  const { case: id, report } = await town.report()
  await forget()
  await town.says(report, id, { type: 'supplement', text: '还有一张表' })
  await deliverNotices.runOnce(town.house)
  expect(await town.notices()).toEqual(['first: supplementArrived', 'second: supplementArrived'])
  await forget()
  await town.does(first, id, { type: 'take' })
  await town.says(report, id, { type: 'supplement', text: '又有一张' })
  await deliverNotices.runOnce(town.house)
  expect(await town.notices()).toEqual(['first: supplementArrived'])
})

test('the clerk who accepted a case is not asked to verify it', async () => {
  const both = await town.officer('both', ['clerk', 'verifier'])
  await town.officer('verifier', ['verifier'])
  const { case: id } = await town.report()
  await town.does(both, id, classified)
  await forget()
  await town.does(both, id, { type: 'accept' })
  await deliverNotices.runOnce(town.house)
  expect(await town.notices()).toEqual(['verifier: toVerify'])
})

test('a refusal waits for those who may sign it as the second person', async () => {
  const clerk = await town.officer('clerk', ['clerk', 'reviewer'])
  await town.officer('reviewer', ['reviewer'])
  await town.officer('head', ['head'])
  await town.officer('supervisor', ['supervisor'])
  const { case: id } = await town.report()
  await forget()
  await town.does(clerk, id, { type: 'proposeRefusal', reason: 'litigation', text: '请向人民法院提出' })
  await deliverNotices.runOnce(town.house)
  expect(await town.notices()).toEqual(['head: toSign', 'reviewer: toSign'])
})

test('what no longer waits for a signature when the notice is delivered asks nobody for one', async () => {
  const clerk = await town.officer('clerk', ['clerk'])
  const head = await town.officer('head', ['head'])
  const { case: id } = await town.report()
  await forget()
  await town.does(clerk, id, { type: 'proposeRefusal', reason: 'litigation', text: '请向人民法院提出' })
  await town.does(head, id, { type: 'declineRefusal', text: '属于受理范围' })
  await deliverNotices.runOnce(town.house)
  expect(await town.notices()).toEqual(['clerk: refusalDeclined'])
})

test('each letter is told to the handlers of its own unit', async () => {
  await town.officer('elsewhere', ['territoryHandler'], unitNamed('石埠县人民政府'))
  await town.officer('atHome', ['verifier'], COUNTY)
  await forgetThen(lettersOut)
  expect(await town.notices()).toEqual(['department: letterIssued', 'territory: letterIssued'])
})

test('a handler hears of the letter although the case accuses what the unit answers to', async () => {
  const { id, reviewer } = await lettersOut()
  await town.owner
    .updateTable('case_file')
    .set({ accused: [COUNTY] })
    .where('id', '=', id)
    .execute()
  await forget()
  await town.does(reviewer, id, { type: 'amendLetter', track: 'territory', ...letter })
  await deliverNotices.runOnce(town.house)
  expect(await town.notices()).toEqual(['territory: letterAmended'])
})

test('an objection goes to the head, or to the supervisor where the office has a letter itself', async () => {
  await town.officer('head', ['head'])
  await town.officer('supervisor', ['supervisor'])
  const { id, territory } = await lettersOut()
  await forget()
  await town.does(territory, id, { type: 'object', track: 'territory', grounds: '职责清单没有这一项' })
  await deliverNotices.runOnce(town.house)
  expect(await town.notices()).toEqual(['head: letterObjected'])

  await inTransaction(town.owner, async (tx) => {
    await tx.deleteFrom('notice').execute()
    await tx.updateTable('errand').set({ done: false }).where('key', 'like', '%letterObjected%').execute()
    const office = (await tx.selectFrom('unit').select('id').where('kind', '=', 'office').executeTakeFirstOrThrow()).id
    await tx.updateTable('letter').set({ unit_id: office }).where('track', '=', 'department').execute()
  })
  await deliverNotices.runOnce(town.house)
  expect(await town.notices()).toEqual(['supervisor: letterObjected'])
})

test('reprisal goes to the discipline liaison straight away', async () => {
  await town.officer('liaison', ['disciplineLiaison'], unitNamed('市纪委监委'))
  await town.officer('clerk', ['clerk'])
  const { case: id, report } = await town.report()
  await forget()
  await town.says(report, id, { type: 'reportReprisal', text: '有人在追查' })
  await deliverNotices.runOnce(town.house)
  expect(await town.notices()).toEqual(['liaison: reprisalReported'])
})

test('the notice bears the day of the town, and no time', async () => {
  await town.officer('clerk', ['clerk'])
  await town.report()
  await deliverNotices.runOnce(town.house)
  const { created_on } = await town.house.db.selectFrom('notice').select('created_on').executeTakeFirstOrThrow()
  expect(created_on).toBe(dayOf(town.house.clock.town()))
})

async function forgetThen(work: () => Promise<unknown>) {
  await work()
  await town.owner.deleteFrom('notice').execute()
  await deliverNotices.runOnce(town.house)
}
