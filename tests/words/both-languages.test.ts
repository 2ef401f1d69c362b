import { describe, expect, it } from 'vitest'
import { en } from '#app/words/en.ts'
import { zhCN } from '#app/words/zh-CN.ts'

const HAN = /\p{Script=Han}/u
const BLANK = /\{\{\s*(\w+)/g

type Said = { readonly [key: string]: string | Said }
const said = (words: Said, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : said(value, `${path}${key}.`),
  )
const blanksOf = (text: string) => [...new Set([...text.matchAll(BLANK)].map(([, name]) => name))].sort()

describe('Every word of the screen is there in both languages', () => {
  const chinese = new Map(said(zhCN))
  const english = new Map(said(en))

  it('under the same name, and none is empty', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('with the same blanks to fill', () => {
    const differ = [...chinese].filter(([key, text]) => `${blanksOf(text)}` !== `${blanksOf(english.get(key) ?? '')}`)
    expect(differ).toEqual([])
  })

  it('with the marks of its own language between Chinese words', () => {
    const half = [...chinese].filter(([, text]) => /\p{Script=Han}[,;:?!]|[,;?!]\p{Script=Han}/u.test(text))
    expect(half).toEqual([])
  })

  it('and English says nothing in Chinese but names and what is to be pasted', () => {
    const NAMES = ['holidays.textHelp', 'site.name', 'site.language.zh']
    expect([...english].filter(([key, text]) => HAN.test(text) && !NAMES.includes(key))).toEqual([])
  })
})
