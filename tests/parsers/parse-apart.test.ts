import { afterEach, describe, expect, test } from 'vitest'
import { fairQueue } from '#workflows/parsers/fair-queue.ts'
import { openParsers, PARSER_LIMITS, type Parsers } from '#workflows/parsers/parse-apart.ts'

let parsers: Parsers
afterEach(() => parsers?.close())
const table = (name: string) => Buffer.from(`编码,名称\n1,${name}\n`)
const named = (name: string) => ({
  read: {
    rows: [
      ['编码', '名称'],
      ['1', name],
    ],
  },
})
const killed = (pid: number | null) => pid !== null && process.kill(pid, 'SIGKILL')

describe('the process that reads', () => {
  test('is started anew where somebody ended it, and what was being read is read all the same', async () => {
    parsers = openParsers()
    expect(await parsers.parse('table', table('甲'))).toEqual(named('甲'))
    const first = parsers.pid()
    killed(first)
    expect(await parsers.parse('table', table('乙'))).toEqual(named('乙'))
    expect(parsers.pid()).not.toBe(first)
    const reading = parsers.parse('table', table('丙'))
    killed(parsers.pid())
    expect(await reading).toEqual(named('丙'))
  }, 60_000)

  test('holds up nobody for long: what takes too long is stopped, and the next is read', async () => {
    parsers = openParsers({ ...PARSER_LIMITS, seconds: { ...PARSER_LIMITS.seconds, calls: 0.3 } })
    await parsers.parse('table', table('甲'))
    const question = () => new Promise<null>(() => {})
    const calls = { bytes: Buffer.from('甲,乙\n1,2'), name: 'a.csv' }
    const [stopped, next] = await Promise.all([
      parsers.parse('calls', calls, { answer: question }),
      parsers.parse('table', table('乙')),
    ])
    expect(stopped).toEqual({ stopped: 'tooLong' })
    expect(next).toEqual(named('乙'))
  }, 60_000)

  test('whose queue is full says so at once, and reads all that it took', async () => {
    parsers = openParsers({ ...PARSER_LIMITS, waiting: { jobs: 2, megabytes: 10 } })
    const five = ['甲', '乙', '丙', '丁', '戊'].map((name) => parsers.parse('table', table(name)))
    expect(await Promise.all(five)).toEqual([
      named('甲'),
      named('乙'),
      named('丙'),
      { stopped: 'busy' },
      { stopped: 'busy' },
    ])
    expect(await parsers.parse('table', table('己'))).toEqual(named('己'))
  }, 60_000)
})

describe('those who wait', () => {
  const job = (by: string, size = 1, alone = false) => ({ by, size, alone })
  const queued = (...jobs: ReturnType<typeof job>[]) => {
    const queue = fairQueue<ReturnType<typeof job>>({ jobs: 10, megabytes: 1 })
    for (const one of jobs) expect(queue.put(one)).toBe(true)
    return queue
  }

  test('are served in turn: one who brings ten keeps no other waiting behind ten', () => {
    const queue = queued(job('何雯'), job('何雯'), job('何雯'), job('宋洁'), job('梁博'))
    const order = Array.from({ length: 5 }, () => queue.take(0)[0]?.by)
    expect(order).toEqual(['何雯', '宋洁', '梁博', '何雯', '何雯'])
    expect(queue.take(0)).toEqual([])
  })

  test('go together where they are short, and one that asks goes alone', () => {
    const queue = queued(job('a', 4), job('b', 4), job('c', 4), job('d', 1, true), job('e', 1))
    expect([1, 2, 3, 4].map(() => queue.take(8).map(({ by }) => by))).toEqual([['a', 'b'], ['c'], ['d'], ['e']])
  })

  test('are not more than there is room for, in number and in bytes; one alone always has room', () => {
    const queue = fairQueue<ReturnType<typeof job>>({ jobs: 2, megabytes: 1 })
    expect([job('a', 2_000_000), job('b')].map(queue.put)).toEqual([true, false])
    queue.take(0)
    expect([job('a'), job('b'), job('c')].map(queue.put)).toEqual([true, true, false])
  })
})
