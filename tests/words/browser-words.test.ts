import { describe, expect, it } from 'vitest'
import { browserWords } from '#app/words/browser-words.ts'
import { en } from '#app/words/en.ts'
import { LOCALES } from '#app/words/locale.ts'
import { newWords } from '#app/words/new-words.ts'
import { zhCN } from '#app/words/zh-CN.ts'

const WORDS = { 'zh-CN': zhCN, en }
type Said = { readonly [key: string]: string | Said }
type Say = (keys: string | string[], values?: string | Record<string, unknown>) => unknown

/** Every word by its key, and every group of words. */
const keysOf = (words: Said, path = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, path === '' ? `${key}:` : `${path}${key}.`),
  )
const blanksIn = (said: Said): string[] => [...new Set(JSON.stringify(said).match(/(?<=\{\{\s*)\w+/g) ?? [])]

describe.each(LOCALES)('A browser says the same words as the server, in %s', (locale) => {
  const server = newWords(locale)
  const browser = browserWords(locale, WORDS[locale])
  const [say, expected] = [browser.t as unknown as Say, server.t as unknown as Say]
  const keys = keysOf(WORDS[locale])

  it.each([0, 1, 2, 21])('every one, its blanks filled, with a count of %s', (count) => {
    const values = { ...Object.fromEntries(blanksIn(WORDS[locale]).map((name) => [name, `〈${name}〉`])), count }
    const plain = keys.map((key) => key.replace(/_(one|other)$/, ''))
    expect(plain.map((key) => say(key, values))).toEqual(plain.map((key) => expected(key, values)))
    expect(keys.map((key) => say(key, { name: null, by: 3 }))).toEqual(
      keys.map((key) => expected(key, { name: null, by: 3 })),
    )
  })
  it('from the names a page takes in their order, and from any other by its name', () => {
    const taken = [browser, server].map((words) => words.getFixedT(null, ['acts', 'case']) as unknown as Say)
    for (const t of taken) {
      expect(t('busy')).toBe(WORDS[locale].acts.busy)
      expect(t('case:acts.take')).toBe(WORDS[locale].case.acts.take)
      expect(t('acts.take')).toBe(WORDS[locale].case.acts.take)
      expect(t('bus')).toBe('bus')
    }
  })
  it('and what is not there, or is a group, in the same way', () => {
    const asked: [string | string[], (string | Record<string, unknown>)?][] = [
      ['desk:no.such'],
      ['no:such'],
      ['nothing', 'a default'],
      ['desk:nothing', { defaultValue: 'of {{day}}', day: 3 }],
      [['desk:nothing', 'site:name']],
      [['desk:nothing', 'desk:nor.this']],
      ['case:typicalCase.states', { returnObjects: true }],
    ]
    for (const [key, values] of asked) expect(say(key, values)).toEqual(expected(key, values))
    for (const key of ['site:name', 'site:header', 'site:nothing', 'siteName', 'name', 'case:acts.take.more'])
      expect([key, browser.exists(key)]).toEqual([key, server.exists(key)])
  })
})
