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

/** A room of ten megabytes and two for one of those who wait, and those in it. */
function aRoom() {
  const room = roomFor(12 * MEGABYTE, { reserve: 2 * MEGABYTE })
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
    expect(await soon(silent.wait(9 * MEGABYTE, 9 * MEGABYTE))).toBe(true)
    await passes(5)
    expect(gaveWay).toEqual([])
    expect(await soon(enter('honest').wait(2 * MEGABYTE, 2 * MEGABYTE))).toBe(true)
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
      await guest.wait(3 * MEGABYTE, 3 * MEGABYTE)
      setInterval(() => guest.moved(moves), SECOND)
    }
    await passes(5)
    expect(await soon(enter('honest').wait(3 * MEGABYTE, 3 * MEGABYTE))).toBe(true)
    expect(gaveWay).toEqual(['slowest'])
  })

  test('whoever is fast keeps theirs; of those who wait one after the other goes, who needs little before who needs much', async () => {
    const { enter, gaveWay } = aRoom()
    const fast = enter('fast')
    fast.take(9 * MEGABYTE)
    setInterval(() => fast.moved(MEGABYTE), SECOND)
    const first = enter('first')
    expect(await soon(first.wait(3 * MEGABYTE, 20 * MEGABYTE))).toBe(true)
    setInterval(() => first.moved(MEGABYTE), SECOND)
    const much = enter('much').wait(3 * MEGABYTE, 8 * MEGABYTE)
    const little = enter('little').wait(3 * MEGABYTE, 4 * MEGABYTE)
    await passes(4)
    expect([await soon(much), await soon(little)]).toEqual([NOT_YET, NOT_YET])
    first.leave()
    expect([await soon(little), await soon(much), gaveWay]).toEqual([true, NOT_YET, []])
  })

  test('nobody keeps it for ever', async () => {
    const { enter, gaveWay } = aRoom()
    const fast = enter('fast')
    fast.take(10 * MEGABYTE)
    setInterval(() => fast.moved(MEGABYTE), SECOND)
    await passes(19)
    expect(enter('too early').take(2 * MEGABYTE)).toBe(false)
    await passes(2)
    expect(enter('next').take(2 * MEGABYTE)).toBe(true)
    expect(gaveWay).toEqual(['fast'])
  })

  test('nobody waits for ever', async () => {
    const { enter } = aRoom()
    for (const name of ['one', 'other']) {
      const stored = enter(name)
      await stored.wait(9 * MEGABYTE, 0)
      stored.arrived()
    }
    const late = enter('late').wait(2 * MEGABYTE, 0)
    await passes(29)
    expect(await soon(late)).toBe(NOT_YET)
    await passes(2)
    expect(await soon(late)).toBe(false)
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
    const [stored, first] = [enter('stored'), enter('first')]
    stored.take(9 * MEGABYTE)
    stored.arrived()
    await first.wait(2 * MEGABYTE, 0)
    first.arrived()
    const waiting = enter('waiting')
    waiting.moved(200_000)
    const said = waiting.wait(7 * MEGABYTE, 0)
    await passes(10)
    stored.leave()
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
