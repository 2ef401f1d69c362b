import { afterAll, beforeAll, expect, test } from 'vitest'
import { listUnits } from '#db/read/units.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { readSearch, type Sought } from '#workflows/reading/search.ts'
import { fillTown } from './fill-town.ts'
import { randomFrom } from './random.ts'

const CASES = 1500
/** Both pairs of the word are in every report, the word itself in these alone. */
const HOLDS_IT = [700, 1400]
let town: Town
beforeAll(async () => {
  town = await aTown()
  const says = (_: unknown, nth: number) =>
    HOLDS_IT.includes(nth) ? '县里要求表格式样统一。' : '县里的表格要写成格式，都要盖章。'
  await fillTown(town.house, randomFrom(7), await listUnits(town.db), { total: CASES, says })
}, 60_000)
afterAll(() => town.close())

const page = async (typed: string, after: Sought['after']) => {
  const found = await readSearch(town.house, town.officer('disciplineLiaison'), { typed, filter: {}, after })
  if (found.found !== 'cases') throw new Error('too short')
  return found
}

test('two hundred cases are read for a page and no more; going on reaches the last', async () => {
  const first = await page('表格式', null)
  expect(first).toMatchObject({ paused: true, read: 200 })
  let hits = first.hits.length
  let read = first.read
  for (let { next } = first; next; ) {
    const more = await page('表格式', next)
    hits += more.hits.length
    read += more.read
    expect(more.read).toBeLessThanOrEqual(200)
    next = more.next
  }
  expect(hits).toBe(HOLDS_IT.length)
  expect(read).toBeGreaterThan(1000)
})

test('what every case holds fills its page from the newest', async () => {
  const first = await page('盖章', null)
  expect(first).toMatchObject({ paused: false, read: 20 })
  expect(first.hits).toHaveLength(20)
  const newest = await town.db
    .selectFrom('case_file')
    .select('received_on')
    .orderBy('received_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  expect(first.hits[0]?.receivedOn).toBe(newest?.received_on)
  expect(first.next).not.toBeNull()
})
