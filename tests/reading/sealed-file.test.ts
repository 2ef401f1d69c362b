import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { accept } from '#workflows/channels/accept.ts'
import { readSealedFile } from '#workflows/reading/sealed-file.ts'
import { UNITS } from '#workflows/sample-town/data/units.ts'

/** Longer than two chunks, so that order and end are put to the proof. */
const BYTES = randomBytes(600_000)
let town: Town
let caseId: string
let fileId: string
beforeAll(async () => {
  town = await aTown()
  await accept(town.house, {
    channel: 'web',
    submission: randomBytes(16),
    text: '每周报三张一样的表',
    unit: '望川县民政局',
    noDispatch: false,
    files: [{ name: '表格(一).xlsx', type: 'application/octet-stream', bytes: BYTES }],
    lane: 'normal',
  })
  const file = await town.db.selectFrom('file').select(['id', 'case_id']).executeTakeFirstOrThrow()
  caseId = file.case_id
  fileId = file.id
})
afterAll(() => town.close())

const open = (role: 'clerk' | 'supervisor' | 'auditor' | 'editor' | 'administrator', file = fileId, of = caseId) =>
  readSealedFile(town.house, town.officer(role), of, file)

test('a clerk gets the file as it was sent, and the look is on record', async () => {
  const file = await open('clerk')
  expect(file).toEqual({ name: '表格(一).xlsx', bytes: BYTES })
  const looks = await town.db.selectFrom('look').select(['page', 'staff_id']).execute()
  expect(looks).toEqual([{ page: 'file', staff_id: town.officer('clerk').id }])
})

test.each(['supervisor', 'auditor', 'editor', 'administrator'] as const)('to the %s there is no file', async (role) => {
  expect(await open(role)).toBeNull()
})

test('an officer of the accused unit, a wrong case and a wrong id get the same nothing', async () => {
  const accused = UNITS.find(({ name }) => name === '望川县民政局')?.id ?? ''
  const insider = { ...town.officer('clerk'), unit: accused }
  expect(await readSealedFile(town.house, insider, caseId, fileId)).toBeNull()
  expect(await open('clerk', fileId, fileId)).toBeNull()
  expect(await open('clerk', caseId)).toBeNull()
  expect(await open('clerk', "'; drop table file; --")).toBeNull()
})
