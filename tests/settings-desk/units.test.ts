import { afterAll, beforeAll, expect, test } from 'vitest'
import { listUnits } from '#db/read/units.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { keptAway } from '#workflows/assignment/answers.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { readInbox } from '#workflows/reading/inbox.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { keptFrom } from '#workflows/reading/known.ts'
import { readUnit } from '#workflows/reading/unit-page.ts'
import { readUnits } from '#workflows/reading/units-tree.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { changeUnit, closeUnit, openUnit } from '#workflows/settings-desk/units.ts'
import { settingsRecord } from './settings-record.ts'

const MOVED = { kind: 'moved' }
const COUNTY = unitId('990301')
const OTHER_COUNTY = unitId('990302')
const TOWNSHIP = unitId('990301001')
const DEPARTMENT = unitId('990301-civilAffairs')

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const administrator = () => town.officer('tongyue')
const unitOf = async (id: string) => {
  const found = (await listUnits(town.db)).find((unit) => unit.id === id)
  if (!found) throw new Error(`no unit ${id}`)
  return found
}
const typedOf = async (id: string, more: Record<string, string> = {}) => {
  const { name, territory_parent, line_parent, line, aliases } = await unitOf(id)
  return { name, territory_parent, line_parent, line, aliases: aliases.join('、'), ...more }
}
const change = async (id: string, more: Record<string, string>, seen?: number) =>
  changeUnit(town.house, administrator(), id, await typedOf(id, more), { seen: seen ?? (await unitOf(id)).revision })

test('a unit is opened, found in the tree under its parent, and on record', async () => {
  const said = {
    code: '990301-newOffice',
    name: '青澜县数字乡村专班',
    kind: 'department',
    level: 'county',
    territory_parent: COUNTY,
    line_parent: '',
    line: 'digitalVillage',
    aliases: '数字专班，县数字专班',
  }
  const asked = { request: 'a form of its own' }
  const outcome = await openUnit(town.house, administrator(), said, asked)
  if (outcome.kind !== 'changed') throw new Error(JSON.stringify(outcome))
  expect(await unitOf(outcome.id)).toMatchObject({ aliases: ['数字专班', '县数字专班'], line: 'digitalVillage' })
  expect(await openUnit(town.house, administrator(), said, asked)).toEqual(outcome)
  const { entries } = await readUnits(town.house, { at: COUNTY, search: '', show: 'tree' })
  expect(entries.find(({ id }) => id === outcome.id)).toMatchObject({ depth: 2 })
  expect((await settingsRecord(town)).at(-1)).toMatchObject({
    type: 'openUnit',
    said: expect.stringContaining(outcome.id),
  })
  expect((await readUnit(town.house, outcome.id))?.history).toMatchObject([{ revision: 1, by: '童悦' }])
})

test('a unit is not opened without a name that can be seen, nor under the name of one that stands there', async () => {
  const said = {
    code: '990300-secondAgriculture',
    name: '市农业\u200B农村局',
    kind: 'department',
    level: 'city',
    territory_parent: unitId('990300'),
    line_parent: '',
    line: 'agriculture',
    aliases: '农业\u202E局、\u200B\u200B\u200B',
  }
  const open = (more: object) => openUnit(town.house, administrator(), { ...said, ...more }, {})
  expect(await open({})).toMatchObject({ faults: [{ field: 'name', problem: 'sameName', with: '990300-agriculture' }] })
  expect(await open({ name: '\u200B\u202E' })).toMatchObject({ faults: [{ field: 'name', problem: 'missing' }] })
  const opened = await open({ name: '市数字\u200B农业中心' })
  if (opened.kind !== 'changed') throw new Error(JSON.stringify(opened))
  expect(await unitOf(opened.id)).toMatchObject({ name: '市数字农业中心', aliases: ['农业局'] })
})

test('a unit that is moved answers to its new county from that day on, and its history keeps the old', async () => {
  const before = keptAway(await listUnits(town.db), TOWNSHIP)
  expect(before).toContain(COUNTY)
  expect(await change(TOWNSHIP, { territory_parent: OTHER_COUNTY })).toMatchObject({ kind: 'changed', revision: 2 })
  const after = keptAway(await listUnits(town.db), TOWNSHIP)
  expect(after).toContain(OTHER_COUNTY)
  expect(after).not.toContain(COUNTY)
  const [now, was] = (await readUnit(town.house, TOWNSHIP))?.history ?? []
  expect(now).toMatchObject({ from: '2026-10-12', place: (await unitOf(OTHER_COUNTY)).name, by: '童悦' })
  expect(was).toMatchObject({ from: null, place: (await unitOf(COUNTY)).name, by: null })
})

test('of two administrators who move the same unit, the second is told who did what, and nothing of it is stored', async () => {
  const seen = (await unitOf(DEPARTMENT)).revision
  await change(DEPARTMENT, { name: '青澜县民政和社会救助局' })
  const outcome = await change(DEPARTMENT, { name: '另一个名字' }, seen)
  expect(outcome).toMatchObject({
    code: 'stale',
    meanwhile: [{ by: '童悦', type: 'changeUnit', differences: [{ field: 'name', after: '青澜县民政和社会救助局' }] }],
  })
  expect((await unitOf(DEPARTMENT)).name).toBe('青澜县民政和社会救助局')
})

test('two who move it in the same moment: one does, the other is told', async () => {
  const seen = (await unitOf(DEPARTMENT)).revision
  const outcomes = await Promise.all([
    change(DEPARTMENT, { name: '青澜县民政局一' }, seen),
    change(DEPARTMENT, { name: '青澜县民政局二' }, seen),
  ])
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'refused'])
})

test('a closed unit gets no letters and keeps its name; it cannot be changed any more', async () => {
  const seen = (await unitOf(DEPARTMENT)).revision
  expect(await closeUnit(town.house, administrator(), DEPARTMENT, { seen })).toMatchObject({ kind: 'changed' })
  expect((await unitOf(DEPARTMENT)).closed_on).toBe('2026-10-12')
  expect(await change(DEPARTMENT, { name: '又一个名字' })).toMatchObject({ code: 'unknown' })
  expect(await closeUnit(town.house, administrator(), COUNTY, { seen: 1 })).toMatchObject({
    code: 'invalid',
    faults: [{ field: 'close', problem: 'openBelow' }],
  })
})

test('whoever asks for a unit by a word that is no id, or says nothing, is refused', async () => {
  expect(await readUnit(town.house, 'nothing')).toBeNull()
  expect(await openUnit(town.house, administrator(), {}, {})).toMatchObject({ code: 'invalid' })
  expect(await changeUnit(town.house, administrator(), 'nothing', {}, { seen: 1 })).toMatchObject({ code: 'unknown' })
})

test('a unit that moves to another county while it holds a letter keeps the letter and its dates; who is kept away follows', async () => {
  const held = unitId('990303001')
  const { caseId } = await town.report()
  await town.drive(caseId, 'assigning')
  const reviewer = town.as('liangbo')
  await reviewer.step(caseId, { type: 'nameAccused', units: [OTHER_COUNTY] })
  const to = { territory: held, department: unitId('990300-audit'), lead: 'territory' as const }
  expect(await reviewer.step(caseId, { type: 'writeBrief', brief: '表格重复报送。', ...to })).toMatchObject(MOVED)
  await town.pass(7)
  const letter = { task: '合并表格', quality: '一表一次', feedbackStandard: '附清单' }
  const letters = { territory: letter, department: letter }
  expect(await reviewer.step(caseId, { type: 'issueLetters', letters })).toMatchObject(MOVED)
  const dates = () => town.db.selectFrom('deadline').selectAll().where('case_id', '=', caseId).orderBy('id').execute()
  const before = await dates()
  const handler = { ...town.officer('wangchuan'), unit: held }
  expect(await keptFrom(town.house, handler)).not.toContain(OTHER_COUNTY)

  expect(await change(held, { territory_parent: OTHER_COUNTY })).toMatchObject({ kind: 'changed' })

  expect(await dates()).toEqual(before)
  expect((await town.letters(caseId)).map(({ unit_id }) => unit_id)).toContain(held)
  expect((await readUnit(town.house, held))?.letters).toBe(1)
  expect((await readInbox(town.house, handler, { open: true, after: null })).rows).toHaveLength(1)
  expect(await keptFrom(town.house, handler)).toContain(OTHER_COUNTY)
  expect((await readCasePage(town.house, town.officer('liangbo'), caseId))?.outOfPlace).toEqual([
    { track: 'territory', unit: (await unitOf(held)).name, why: 'conflict' },
  ])
})

test('whoever comes to answer to the accused lets go of the case, which waits for another', async () => {
  const supervision = unitId('990300-supervision')
  const accused = unitId('990304')
  const { caseId } = await town.report()
  await town.as('hewen').step(caseId, { type: 'nameAccused', units: [accused] })
  const holder = town.officer('xielan')
  await town.db
    .updateTable('staff')
    .set({ unit_id: unitId('990304001') })
    .where('id', '=', holder.id)
    .execute()
  await town.db
    .updateTable('unit')
    .set({ territory_parent: OTHER_COUNTY })
    .where('id', '=', unitId('990304001'))
    .execute()
  await town.db.updateTable('case_file').set({ holder: holder.id }).where('id', '=', caseId).execute()
  await change(unitId('990304001'), { territory_parent: accused })
  // asked for by the change itself: whoever kills the house now finds it done when the house is back
  const asked = await town.db.selectFrom('errand').select('done').where('task', '=', 'release-holders').execute()
  expect(asked.at(-1)).toEqual({ done: false })
  await town.drain()
  expect((await town.row(caseId)).holder).toBeNull()
  await town.db.updateTable('staff').set({ unit_id: supervision }).where('id', '=', holder.id).execute()
})

test('the record of all that verifies', async () => {
  expect(await verifyJournal(town.db)).toMatchObject({ sound: true })
})
