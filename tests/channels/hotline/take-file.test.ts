import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { keepColumns } from '#workflows/settings-desk/call-columns.ts'
import { type CallOutcome, takeFile } from '#workflows/channels/take-file.ts'
import { csvOf, EXPORT, exported } from './files.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

async function take(text: string | Buffer, name = 'calls.csv') {
  const told: CallOutcome[] = []
  const problem = await takeFile(town.house, { name, bytes: Buffer.from(text) }, (outcome) => told.push(outcome))
  return { problem, told }
}

test('a file that was broken off is taken again: what is there is told, what is not is taken', async () => {
  const rows = [EXPORT, exported(1), exported(2, { title: '', text: '' }), exported(3)]
  const first = await take(csvOf(rows.slice(0, 3)))
  const [one] = first.told
  expect(first).toEqual({
    problem: null,
    told: [
      { row: 2, outcome: 'report', reason: null, id: expect.any(String) },
      { row: 3, outcome: 'refused', reason: 'empty', id: null },
    ],
  })
  const again = await take(csvOf(rows))
  expect(again.told).toEqual([
    { row: 2, outcome: 'duplicate', reason: null, id: one?.id },
    { row: 3, outcome: 'refused', reason: 'empty', id: null },
    { row: 4, outcome: 'report', reason: null, id: expect.any(String) },
  ])
})

test('a file that cannot be read says why and takes nothing', async () => {
  expect(await take('WEBVTT\n', 'a.vtt')).toEqual({ problem: 'noCalls', told: [] })
  expect(await take('{"session":[', 'a.json')).toEqual({ problem: 'json', told: [] })
  expect(await take('流水,详情\n1,每周填表')).toEqual({ problem: 'columns', told: [] })
  await keepColumns(town.house, town.officer('aixia'), ['流水', '详情'], ['nothing', 'text'])
  expect(await take('流水,详情\n1,每周填表')).toMatchObject({ problem: null, told: [{ row: 2, outcome: 'report' }] })
})
