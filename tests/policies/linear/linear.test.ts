import { describe, expect, test } from 'vitest'
import { exportedTextFunctions } from './exported-functions.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { NOT_OF_A_TEXT, TEXT_FUNCTIONS } from './text-functions.ts'

const LENGTH = 12_000
/** Faster than this there is nothing to measure, and no square in it: 12 000 letters squared take a tenth of a second. */
const NOTHING_MS = 15
const MOST = 2.6

type Read = (text: string, bytes: Buffer) => unknown

/** The processor's time, not the clock's: another process at work changes little. */
async function cost(read: Read, text: string): Promise<number> {
  const bytes = Buffer.from(text)
  const before = process.cpuUsage()
  try {
    await read(text, bytes)
  } catch {
    // a refusal is an answer too
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
const least = async (times: number, once: () => Promise<number>) => {
  let best = Number.POSITIVE_INFINITY
  for (let time = 0; time < times; time += 1) best = Math.min(best, await once())
  return best
}

/** By how much a text of twice the length costs more; asked again before it is believed. */
async function growth(read: Read, at: (length: number) => string): Promise<number> {
  let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let again = 0; again < 3; again += 1) {
    short = Math.min(short, await least(2, () => cost(read, at(LENGTH))))
    long = Math.min(long, await least(2, () => cost(read, at(2 * LENGTH))))
    if (long / short <= MOST) break
  }
  return long / short
}

describe('reading a text of twice the length takes about twice the time, whatever it says', () => {
  test('every exported function that takes a text is asked, or it is said why not', () => {
    const asked = [...Object.keys(TEXT_FUNCTIONS), ...NOT_OF_A_TEXT.flatMap(([, names]) => names)]
    expect(exportedTextFunctions().filter((name) => !asked.includes(name))).toEqual([])
  })

  test('a function that tries every pair of letters is found out', async () => {
    const pairs: Read = (text) => {
      let same = 0
      for (let one = 0; one < text.length; one += 1)
        for (let other = one; other < text.length; other += 1) same += text.charCodeAt(one) ^ text.charCodeAt(other)
      return same
    }
    expect(await growth(pairs, (length) => 'ab'.repeat(length / 24))).toBeGreaterThan(MOST)
    expect(
      await growth(
        (text) => text.replace(/\s+$/, ''),
        (length) => `${' '.repeat(length / 2)}x`,
      ),
    ).toBeGreaterThan(MOST)
  })

  test.each(Object.entries(TEXT_FUNCTIONS))('%s', { timeout: 300_000 }, async (_, read) => {
    const slow: string[] = []
    for (const { name, at } of HOSTILE_TEXTS) {
      if ((await cost(read, at(LENGTH))) < NOTHING_MS) continue
      const times = await growth(read, at)
      if (times > MOST) slow.push(`${name}: ${times.toFixed(1)} times`)
    }
    expect(slow).toEqual([])
  })
})
