import { describe, expect, test } from 'vitest'
import { exportedTextFunctions } from './exported-functions.ts'
import { growth, MOST, type Read } from './growth.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { NOT_OF_A_TEXT } from './no-text-functions.ts'
import { TEXT_FUNCTIONS } from './text-functions.ts'

describe('reading a text of twice the length takes about twice the time, whatever it says', () => {
  test('every exported function that takes a text is asked, or it is said why not', () => {
    const asked = [
      ...Object.keys(TEXT_FUNCTIONS).map((name) => name.replace(/:.*/, '')),
      ...NOT_OF_A_TEXT.flatMap(([, names]) => names),
    ]
    expect(exportedTextFunctions().filter((name) => !asked.includes(name))).toEqual([])
  })

  const pairs: Read = (text) => {
    let same = 0
    for (let one = 0; one < text.length; one += 1)
      for (let other = one; other < text.length; other += 1) same += text.charCodeAt(one) ^ text.charCodeAt(other)
    return same
  }
  const copies: Read = (text) => text.split('\n').reduce<string[]>((all, line) => [...all, line], [])
  test.each<[string, Read, (length: number) => string]>([
    ['tries every pair of letters', pairs, (length) => 'ab'.repeat(length / 4)],
    ['begins anew at each blank', (text) => text.replace(/\s+$/, ''), (length) => `${' '.repeat(length / 2)}x`],
    ['copies a list for each line', copies, (length) => 'a\n'.repeat(length / 2)],
  ])('a function that %s is found out', async (_, read, at) => {
    expect(await growth(read, at)).toBeGreaterThan(MOST)
  })

  test.each(Object.entries(TEXT_FUNCTIONS))('%s', { timeout: 300_000 }, async (_, read) => {
    const slow: string[] = []
    for (const { name, at } of HOSTILE_TEXTS) {
      const times = await growth(read, at)
      if (times !== null && times > MOST) slow.push(`${name}: ${times.toFixed(1)} times`)
    }
    expect(slow).toEqual([])
  })
})
