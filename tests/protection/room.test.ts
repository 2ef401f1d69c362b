import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { roomFor } from '#workflows/protection/room.ts'

const MEGABYTE = 1024 * 1024
const SECOND = 1000
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A room of ten megabytes, and those in it. */
function aRoom() {
  const room = roomFor(10 * MEGABYTE)
  const gaveWay: string[] = []
  return { gaveWay, enter: (name: string) => room.enter(() => gaveWay.push(name)) }
}
const NOT_YET = 'not yet'
const soon = (said: Promise<boolean>) => Promise.race([said, Promise.resolve().then(() => NOT_YET)])
const passes = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * SECOND)

describe('where room is short', () => {
  test('whoever sends no more gives way to whoever comes, at once', async () => {
    const { enter, gaveWay } = aRoom()
    const silent = enter('silent')
    silent.moved(9 * MEGABYTE)
    expect(await soon(silent.wait(9 * MEGABYTE))).toBe(true)
    await passes(5)
    expect(gaveWay).toEqual([])
    expect(await soon(enter('honest').wait(2 * MEGABYTE))).toBe(true)
    expect(gaveWay).toEqual(['silent'])
  })

  test('and the slowest first, no more of them than are needed', async () => {
    const { enter, gaveWay } = aRoom()
    for (const [name, moves] of [
      ['faster', 100_000],
      ['slowest', 1_000],
      ['slow', 50_000],
    ] as const) {
      const guest = enter(name)
      await guest.wait(3 * MEGABYTE)
      setInterval(() => guest.moved(moves), SECOND)
    }
    await passes(5)
    expect(await soon(enter('honest').wait(3 * MEGABYTE))).toBe(true)
    expect(gaveWay).toEqual(['slowest'])
  })

  test('whoever is fast keeps theirs, and the others wait, who needs little before who needs much', async () => {
    const { enter, gaveWay } = aRoom()
    const fast = enter('fast')
    await fast.wait(9 * MEGABYTE)
    setInterval(() => fast.moved(MEGABYTE), SECOND)
    const [much, little] = [enter('much').wait(8 * MEGABYTE), enter('little').wait(3 * MEGABYTE)]
    await passes(4)
    expect([await soon(much), await soon(little)]).toEqual([NOT_YET, NOT_YET])
    fast.leave()
    expect([await soon(little), await soon(much), gaveWay]).toEqual([true, NOT_YET, []])
  })

  test('nobody keeps it for ever, and nobody waits for ever', async () => {
    const { enter, gaveWay } = aRoom()
    const fast = enter('fast')
    await fast.wait(9 * MEGABYTE)
    setInterval(() => fast.moved(MEGABYTE), SECOND)
    const next = enter('next').wait(2 * MEGABYTE)
    await passes(21)
    expect([await soon(next), gaveWay]).toEqual([true, ['fast']])
    const whole = enter('whole')
    await whole.wait(8 * MEGABYTE)
    whole.arrived()
    const late = enter('late').wait(9 * MEGABYTE)
    await passes(31)
    expect(await soon(late)).toBe(false)
    expect(gaveWay).not.toContain('whole')
  })

  test('what has come and is being stored ends for nobody', async () => {
    const { enter, gaveWay } = aRoom()
    const stored = enter('stored')
    stored.take(9 * MEGABYTE)
    stored.arrived()
    await passes(60)
    expect(enter('honest').take(2 * MEGABYTE)).toBe(false)
    expect(gaveWay).toEqual([])
    stored.leave()
    expect(enter('honest').take(2 * MEGABYTE)).toBe(true)
  })

  test('nobody is slow because they had to wait', async () => {
    const { enter, gaveWay } = aRoom()
    const first = enter('first')
    first.take(9 * MEGABYTE)
    first.arrived()
    const waiting = enter('waiting')
    waiting.moved(200_000)
    const said = waiting.wait(9 * MEGABYTE)
    await passes(10)
    first.leave()
    expect(await soon(said)).toBe(true)
    expect(enter('next').take(5 * MEGABYTE)).toBe(false)
    expect(gaveWay).toEqual([])
  })
})

test('whoever is alone has room for anything', () => {
  expect(
    aRoom()
      .enter('alone')
      .take(50 * MEGABYTE),
  ).toBe(true)
})
