import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#workflows/clock.ts'
import { asShown, readThread } from '#workflows/reading/thread.ts'
import { aTown, type Town } from '#tests/world/town.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const threadOf = async (report: string) => asShown((await readThread(town.house, { kind: 'reporter', report }))!)
const letter = { task: '停报', quality: '全部', feedbackStandard: '一页纸' }
const issue = { type: 'issueLetters', letters: { territory: letter, department: letter } }

test('every brief can be refused, each time, by whoever ticked the wish too; the wish is shown', async () => {
  const { report, caseId } = await town.report({ noDispatch: true })
  await town.drive(caseId, 'assigning')
  expect((await threadOf(report)).said[0]?.report?.noDispatch).toBe(true)
  const page = await town.db.selectFrom('unit').select(['id', 'kind']).execute()
  const office = page.find(({ kind }) => kind === 'office')?.id
  const { department } = town.handlers(caseId)
  const brief = {
    type: 'writeBrief',
    brief: '重复填表',
    territory: office,
    department: town.officer(department).unit,
    lead: 'territory',
  }
  for (const _ of [1, 2]) {
    expect(await town.as('liangbo').step(caseId, brief)).toMatchObject({ kind: 'moved' })
    const thread = await threadOf(report)
    expect(thread).toMatchObject({ noDispatch: true, dispatch: { inTime: true } })
    expect(thread.acts).toContain('noDispatch')
    expect(await town.asReporter(caseId).step(caseId, { type: 'noDispatch' })).toMatchObject({ kind: 'moved' })
    expect((await threadOf(report)).dispatch).toBeNull()
  }
})

test('no letter leaves up to the end of the day that the thread names, and a new brief opens the days anew', async () => {
  const { report, caseId } = await town.report()
  await town.drive(caseId, 'assigning')
  const { territory, department } = town.handlers(caseId)
  const units = { territory: town.officer(territory).unit, department: town.officer(department).unit }
  const brief = { type: 'writeBrief', brief: '重复填表', ...units, lead: 'territory' }
  await town.as('liangbo').step(caseId, brief)
  const first = (await threadOf(report)).dispatch?.by ?? ''
  await town.pass({ days: 1 })
  await town.as('liangbo').step(caseId, brief)
  const thread = await threadOf(report)
  const by = thread.dispatch?.by ?? ''
  expect(by >= first).toBe(true)
  expect(thread.visit !== null && thread.visit <= by).toBe(true)
  town.clock.set(by)
  expect(await town.as('liangbo').step(caseId, issue)).toMatchObject({ code: 'not-now' })
  expect(await town.asReporter(caseId).may(caseId)).toContainEqual(expect.objectContaining({ type: 'noDispatch' }))
  town.clock.set(addDays(by, 1))
  const assignment = await town.db
    .selectFrom('deadline')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('name', '=', 'assignment')
    .executeTakeFirstOrThrow()
  expect(assignment.due_on > by).toBe(true)
  expect(await town.as('liangbo').step(caseId, issue)).toMatchObject({ life: 'rectifying' })
  const sent = await threadOf(report)
  expect(sent).toMatchObject({ dispatch: null, sent: { brief: '重复填表' }, stands: { finding: 'substantiated' } })
  expect(sent.stands.answersBy! >= (await town.row(caseId)).due_on!).toBe(true)
})

test('what was taken back is called verified, put right or looked at again nowhere', async () => {
  const { report, caseId } = await town.report()
  expect((await threadOf(report)).withdrawCloses).toBe(true)
  await town.asReporter(caseId).step(caseId, { type: 'withdraw' })
  expect(await threadOf(report)).toMatchObject({
    label: 'closed',
    lettersOut: false,
    visit: null,
    stands: { withdrawn: true, lookedBack: false, finding: null },
  })
})
