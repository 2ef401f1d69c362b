import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { readThread } from '#workflows/reading/thread.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const threadOf = async (report: string) => {
  const thread = await readThread(town.house, { kind: 'reporter', report })
  if (!thread) throw new Error('no thread')
  return thread
}

test('a report that does not exist has no thread', async () => {
  expect(await readThread(town.house, { kind: 'reporter', report: '00000000-0000-4000-8000-000000000000' })).toBeNull()
})

test('a thread names no officer and no hour, and holds nothing of what officers say among themselves', async () => {
  const { report, caseId } = await town.report()
  await town.drive(caseId, 'verifying')
  await town.as('verifier').step(caseId, { type: 'note', text: 'INTERNAL-CANARY' })
  const thread = await threadOf(report)
  expect(thread.label).toBe('verifying')
  expect(JSON.stringify(thread)).not.toContain('INTERNAL-CANARY')
  expect(JSON.stringify(thread)).not.toMatch(/\dT\d\d:\d\d/)
})

test('before the letters leave the reporter reads the brief and where it will go, and one no takes it back', async () => {
  const { report, caseId } = await town.report()
  await town.drive(caseId, 'assigning')
  const before = await threadOf(report)
  expect(before).toMatchObject({ label: 'rectifying', dispatch: null })
  expect(before.acts).not.toContain('noDispatch')
  const { territory, department } = town.handlers(caseId)
  const units = { territory: town.officer(territory).unit, department: town.officer(department).unit }
  await town.as('reviewer').step(caseId, { type: 'writeBrief', brief: '某镇重复填表。', ...units, lead: 'territory' })
  const announced = await threadOf(report)
  expect(announced.dispatch).toMatchObject({ brief: '某镇重复填表。', inTime: true })
  expect(announced.dispatch?.to.filter(Boolean)).toHaveLength(2)
  expect(announced.mark).not.toBe(before.mark)
  await town.asReporter(caseId).step(caseId, { type: 'noDispatch' })
  expect(await threadOf(report)).toMatchObject({ dispatch: null, noDispatch: true })
})

test('the reply is read and rated; a no asks for the one redo', async () => {
  const { report, caseId } = await town.report()
  await town.drive(caseId, 'rating')
  const thread = await threadOf(report)
  expect(thread).toMatchObject({ label: 'replied', redone: false, rateBy: expect.any(String) })
  expect(thread.acts).toContain('rate')
  expect(thread.said.at(-1)).toMatchObject({ from: 'office', about: 'reply' })
  await town.asReporter(caseId).step(caseId, { type: 'rate', satisfied: false, text: '表还在填。' })
  const after = await threadOf(report)
  expect(after.said.at(-1)).toMatchObject({
    from: 'you',
    about: 'rating',
    text: '表还在填。',
    rating: { satisfied: false },
  })
  expect(after.acts).not.toContain('rate')
  expect(after.redone).toBe(true)
})

test('a merged report looks like its main case until both letters are out, and reads nothing of it but the reply', async () => {
  const main = await town.report()
  const merged = await town.report({ text: '同一件事，我也要说。' })
  await town.drive(main.caseId, 'verifying')
  await town.as('clerk').step(merged.caseId, { type: 'merge', into: main.caseId })
  expect((await threadOf(merged.report)).label).toBe('verifying')
  await town.drive(main.caseId, 'rectifying')
  const thread = await threadOf(merged.report)
  expect(thread).toMatchObject({ label: 'merged', dispatch: null, owed: null })
  expect(thread.said.map(({ about }) => about)).toEqual(['report'])
  await town.drive(main.caseId, 'rating')
  const answered = await threadOf(merged.report)
  expect(answered.said.map(({ about }) => about)).toEqual(['report', 'reply'])
  expect(answered.acts).toContain('rate')
  expect(answered.ratedCaseId).toBe(main.caseId)
  expect(answered.caseId).toBe(merged.caseId)
})

test('two reporters of one matter never read each other', async () => {
  const main = await town.report()
  const merged = await town.report({ text: 'CANARY-OF-THE-SECOND' })
  await town.drive(main.caseId, 'verifying')
  await town.as('clerk').step(merged.caseId, { type: 'merge', into: main.caseId })
  await town.asReporter(merged.caseId).step(merged.caseId, { type: 'supplement', text: 'CANARY-ADDED' })
  expect(JSON.stringify(await threadOf(main.report))).not.toContain('CANARY')
  expect((await threadOf(merged.report)).said.at(-1)?.text).toBe('CANARY-ADDED')
})
