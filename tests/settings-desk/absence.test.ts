import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { toldOf } from '#tests/world/told-of.ts'
import { confirmed } from '#tests/world/accounts.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { asked } from '#tests/reading/office.ts'
import type { House } from '#workflows/house.ts'
import { readDeskQueue } from '#workflows/reading/desk-queue.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { readOwnAccount } from '#workflows/reading/own-account.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { endAbsence, setAbsence } from '#workflows/settings-desk/absence.ts'
import { leave } from '#workflows/settings-desk/leave.ts'
import { settingsRecord } from './settings-record.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  const open = await town.db.selectFrom('absence').select('id').where('ended_on', 'is', null).execute()
  for (const { id } of open) await endAbsence(town.house, town.officer('tongyue'), id)
})

const idOf = (login: string) => town.officer(login).id
const away = (login: string, deputy: string, days: [string, string] = ['2026-10-12', '2026-10-16'], by = login) =>
  setAbsence(town.house, town.officer(by), idOf(login), { deputy: idOf(deputy), from: days[0], until: days[1] })
const problems = (outcome: Awaited<ReturnType<typeof away>>) =>
  'faults' in outcome ? outcome.faults.map(({ field, problem }) => `${field} ${problem}`) : []
const heldBy = async (login: string) => {
  const { caseId } = await town.report({ story: 'landAndLawsuit' })
  await town.as(login).step(caseId, { type: 'take' })
  return caseId
}
/** What stands under “mine” for this officer in triage. */
const mineOf = async (house: House, by: Staff) =>
  (await readDeskQueue(house, by, asked({ state: 'triage', narrow: { holder: 'me' } }))).rows.map(({ id }) => id)
const mine = (login: string) => mineOf(town.house, town.officer(login))
/** Who is told that the reporter said something more. */
const toldOfSupplement = async (caseId: string) => {
  await town.drain()
  await town.asReporter(caseId).step(caseId, { type: 'supplement', text: '又多了一张表' })
  return toldOf(town, caseId, 'supplementArrived')
}

test('while somebody is away their cases are their deputy’s too, and so are the notices; before and after they are not', async () => {
  const caseId = await heldBy('hewen')
  expect(await mine('luoping')).not.toContain(caseId)
  expect(await away('hewen', 'luoping')).toMatchObject({ kind: 'changed' })
  expect(await mine('luoping')).toContain(caseId)
  expect(await toldOfSupplement(caseId)).toEqual(['hewen', 'luoping'])
  const page = await readCasePage(town.house, town.officer('luoping'), caseId)
  expect(page?.holder).toMatchObject({ name: '何雯', deputy: '罗平' })
  town.clock.set('2026-10-19')
  expect(await mine('luoping')).not.toContain(caseId)
  // nor does the case open to the deputy any more without a reason
  expect(await readCasePage(town.house, town.officer('luoping'), caseId)).toBeNull()
  expect((await readCasePage(town.house, town.officer('hewen'), caseId))?.holder).toMatchObject({ deputy: null })
  town.clock.set('2026-10-12')
})

test('whoever comes back early does their own work again from that day', async () => {
  const caseId = await heldBy('hewen')
  const set = await away('hewen', 'luoping')
  if (set.kind !== 'changed') throw new Error(set.code)
  expect(await endAbsence(town.house, town.officer('luoping'), set.id)).toMatchObject({ code: 'unknown' })
  expect(await mine('luoping')).toContain(caseId)
  expect(await endAbsence(town.house, town.officer('hewen'), set.id)).toMatchObject({ kind: 'changed' })
  expect(await mine('luoping')).not.toContain(caseId)
})

test('a deputy who may not know of a case neither finds it nor hears of it, and those in charge are told instead', async () => {
  const caseId = await heldBy('hewen')
  // somebody of an accused unit among the clerks
  await town.db
    .updateTable('staff')
    .set({ unit_id: unitId('990303') })
    .where('login', '=', 'luoping')
    .execute()
  await town.db
    .updateTable('case_file')
    .set({ accused: [unitId('990303')] })
    .where('id', '=', caseId)
    .execute()
  await away('hewen', 'luoping')
  const luoping = { ...town.officer('luoping'), unit: unitId('990303') }
  expect(await mineOf(town.house, luoping)).not.toContain(caseId)
  expect(await toldOfSupplement(caseId)).toEqual(['hewen'])
  await town.db
    .updateTable('staff')
    .set({ unit_id: town.officer('hewen').unit })
    .where('login', '=', 'luoping')
    .execute()
})

test('nothing is passed further: of a deputy who is away too, those in charge read instead', async () => {
  const caseId = await heldBy('songjie')
  await away('songjie', 'luoping')
  await away('luoping', 'hewen')
  expect(await mine('hewen')).not.toContain(caseId)
  // the case is in triage: its clerks
  expect(await toldOfSupplement(caseId)).toEqual(['hewen', 'luoping', 'songjie'])
})

test.each([
  ['themselves', 'hewen', ['2026-10-12', '2026-10-16'], ['deputy themselves']],
  ['somebody of another trade', 'baiyu', ['2026-10-12', '2026-10-16'], ['deputy cannotStandIn']],
  ['days that are over', 'luoping', ['2026-10-01', '2026-10-02'], ['from past']],
  ['an end before its beginning', 'luoping', ['2026-10-16', '2026-10-15'], ['until reversed']],
  ['a day there is not', 'luoping', ['2026-10-12', '2026-02-30'], ['until missing']],
  ['a year and more', 'luoping', ['2026-10-12', '2028-10-12'], ['until tooLong']],
] as const)('an absence with %s is not taken', async (_what, deputy, days, expected) => {
  expect(problems(await away('hewen', deputy, [...days]))).toEqual(expected)
})

test('nobody is away twice at once, nor looked after by somebody who is away', async () => {
  await away('luoping', 'songjie', ['2026-10-14', '2026-10-20'])
  expect(problems(await away('luoping', 'songjie', ['2026-10-20', '2026-10-22']))).toEqual(['from overlaps'])
  expect(problems(await away('hewen', 'luoping', ['2026-10-12', '2026-10-14']))).toEqual(['deputy awayToo'])
  expect(await away('hewen', 'luoping', ['2026-10-12', '2026-10-13'])).toMatchObject({ kind: 'changed' })
})

test('an administrator says it for somebody who cannot, a colleague does not, and both are on record', async () => {
  expect(await away('hewen', 'luoping', ['2026-10-12', '2026-10-13'], 'songjie')).toMatchObject({ code: 'unknown' })
  await confirmed(town, await away('hewen', 'luoping', ['2026-10-12', '2026-10-13'], 'tongyue'))
  expect((await readOwnAccount(town.house, town.officer('luoping'))).now).toEqual(['何雯'])
  const record = await settingsRecord(town)
  const last = (type: string) => record.findLast((row) => row.type === type)
  expect([last('proposeAccount')?.by, last('setAbsence')?.by]).toEqual([idOf('tongyue'), idOf('qinyue')])
  expect(last('setAbsence')?.said).toContain(idOf('tongyue'))
})

test('a handover to somebody who is away shows who stands in, before it is sent', async () => {
  const caseId = await heldBy('hewen')
  await away('luoping', 'songjie')
  const page = await readCasePage(town.house, town.officer('hewen'), caseId)
  expect(page?.choices.colleagues.find(({ name }) => name === '罗平')).toMatchObject({ deputy: '宋洁' })
})

test('two people stay two: a deputy does not sign what they proposed themselves', async () => {
  const { caseId } = await town.report({ story: 'landAndLawsuit' })
  await town.as('luoping').step(caseId, { type: 'classify', kind: 'OUT', complexity: 'easy', place: null })
  await town.as('luoping').step(caseId, { type: 'proposeRefusal', reason: 'individualPetition', text: '请走信访' })
  await away('liangbo', 'fangmin')
  expect(await town.as('fangmin').step(caseId, { type: 'confirmRefusal' })).toMatchObject({ kind: 'moved' })
  const proposed = (await town.report({ story: 'landAndLawsuit' })).caseId
  await town.as('luoping').step(proposed, { type: 'classify', kind: 'OUT', complexity: 'easy', place: null })
  await town.as('luoping').step(proposed, { type: 'proposeRefusal', reason: 'individualPetition', text: '请走信访' })
  await away('fangmin', 'luoping', ['2026-10-12', '2026-10-12'])
  expect(await town.as('luoping').step(proposed, { type: 'confirmRefusal' })).toMatchObject({ kind: 'refused' })
})

test('whoever leaves stands in for nobody any more', async () => {
  await away('hewen', 'luoping')
  const { revision } = await town.db
    .selectFrom('staff')
    .select('revision')
    .where('id', '=', idOf('luoping'))
    .executeTakeFirstOrThrow()
  const nobody = { cases: '', drafts: '', letters: '' }
  await leave(town.house, town.officer('tongyue'), idOf('luoping'), nobody, { seen: revision })
  expect((await readOwnAccount(town.house, town.officer('hewen'))).absences).toEqual([])
})
