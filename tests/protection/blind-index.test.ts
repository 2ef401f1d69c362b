import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { indexTokens, queryTokens } from '#workflows/protection/blind-index.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { freshKeys } from './fresh-keys.ts'

let keys: Keys
beforeAll(async () => {
  keys = await freshKeys()
})
const finds = (text: string, query: string) => {
  const tokens = new Set(indexTokens(keys, text))
  const asked = queryTokens(keys, query)
  return asked.length > 0 && asked.every((token) => tokens.has(token))
}

const han = fc.constantFrom(...'望川县迎检台账减负报表村组𠮷㐂龘〇')
const letter = fc.constantFrom(...'abcXYZ0189ＡｂＣ３éß')
const between = fc.constantFrom(...' ,，。\n—（）「」😀\u200b\u3000')
const mixed = fc.array(fc.oneof(han, letter, between), { maxLength: 60 })

test('any part of a text of two Chinese characters or more finds the text', () => {
  fc.assert(
    fc.property(fc.array(han, { minLength: 2, maxLength: 40 }), fc.nat(), fc.nat(), (text, from, length) => {
      const start = from % (text.length - 1)
      const part = text.slice(start, start + 2 + (length % (text.length - start - 1)))
      expect(finds(text.join(''), part.join(''))).toBe(true)
    }),
  )
})

test('any part of a text of three letters or digits or more finds the text', () => {
  fc.assert(
    fc.property(fc.array(letter, { minLength: 3, maxLength: 40 }), fc.nat(), fc.nat(), (text, from, length) => {
      const start = from % (text.length - 2)
      const part = text.slice(start, start + 3 + (length % (text.length - start - 2)))
      expect(finds(text.join(''), part.join(''))).toBe(true)
    }),
  )
})

test('no part of a mixed text asks for a token that the text does not have', () => {
  fc.assert(
    fc.property(mixed, fc.nat(60), fc.nat(60), (text, from, to) => {
      const tokens = new Set(indexTokens(keys, text.join('')))
      for (const token of queryTokens(keys, text.slice(from, to).join(''))) expect(tokens).toContain(token)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['全县每周报送减负台账', '减负'],
  ['全县每周报送减负台账', '报送减负台账'],
  ['第3次检查', '第3次'],
  ['钉钉APP打卡', 'APP打'],
  ['使用ＤｉｎｇＴａｌｋ打卡', 'dingtalk'],
  ['DingTalk', 'TALK'],
  ['文号2026-１０１２', '1012'],
  ['住在𠮷林路', '𠮷林'],
  ['减\u200b负', '减负'],
  ['қазақ тілі', 'ҚАЗ'],
])('%s is found by %s', (text, query) => {
  expect(finds(text, query)).toBe(true)
})

test.each([
  ['全县每周报送减负台账', '台风'],
  ['全县每周报送减负台账', '负减'],
  ['减,负', '减负'],
  ['dingtalk', 'wechat'],
])('%s is not found by %s', (text, query) => {
  expect(finds(text, query)).toBe(false)
})

test.each(['', '减', 'ab', '12', '，。！', '减 负', '😀😀'])(
  '%j is too short to search by, and asks for nothing',
  (query) => {
    expect(queryTokens(keys, query)).toEqual([])
  },
)

test('tokens are sorted, each once, and fit an int4', () => {
  const tokens = indexTokens(keys, '减负减负减负,dingtalk dingtalk,全县每周报送台账')
  expect(tokens).toEqual([...new Set(tokens)].sort((one, other) => one - other))
  expect(tokens.every((token) => Number.isInteger(token) && token >= -(2 ** 31) && token < 2 ** 31)).toBe(true)
  expect(tokens.some((token) => token < 0)).toBe(true)
})

test('without the search key of this town the tokens mean nothing', async () => {
  const here = new Set(indexTokens(keys, '全县每周报送减负台账'))
  const there = indexTokens(await freshKeys(), '全县每周报送减负台账')
  expect(there.some((token) => here.has(token))).toBe(false)
})
