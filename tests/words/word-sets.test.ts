import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasWordsFor } from '#app/words/word-sets.ts'
import { zhCNDesk } from '#app/words/zh-CN-desk.ts'
import { zhCNHouse } from '#app/words/zh-CN-house.ts'
import { zhCNQuarantine } from '#app/words/zh-CN-quarantine.ts'
import { zhCNSwitchboard } from '#app/words/zh-CN-switchboard.ts'
import { zhCN } from '#app/words/zh-CN.ts'

const SETS = [
  { name: 'where cases and letters are worked on', words: zhCNDesk, doors: ['attention', 'desk', 'handling'] },
  { name: 'where calls are taken', words: zhCNSwitchboard, doors: ['switchboard'] },
  { name: 'where the house is kept', words: zhCNHouse, doors: ['newsroom', 'insights', 'admin'] },
  { name: 'where mails are looked at', words: zhCNQuarantine, doors: ['quarantine'] },
]
const NAMES = Object.keys(zhCN)

/** The files that a door draws its pages with, its own and what they import. */
function filesOf(door: string): string[] {
  const found = new Set<string>()
  const own = readdirSync(`app/${door}`, { recursive: true, encoding: 'utf8' })
  const open = own.map((name) => join('app', door, name))
  if (SETS[2]?.doors.includes(door)) open.push('app/session/account.tsx', 'app/session/doors.tsx')
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file) || !/^app\/(?!words).*\.tsx?$/.test(file) || !existsSync(file)) continue
    found.add(file)
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/from '([#.][^']+)'/g))
      open.push(from.startsWith('#') ? from.slice(1) : join(dirname(file), from))
  }
  return [...found]
}

/** The names of words that a file says: those it takes, and those it names in a key. */
function saidIn(file: string): string[] {
  const text = readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, '')
  const taken = [...text.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, names = '']) => names.match(/\w+/g) ?? [])
  const named = [...text.matchAll(/['`](\w+):[a-z]/g)].map(([, name = '']) => name)
  return [...taken, ...named].filter((name) => NAMES.includes(name))
}

describe('A browser has every word of the pages it can reach without loading anew', () => {
  for (const { name, words, doors } of SETS)
    it(name, () => {
      const said = doors.flatMap((door) => filesOf(door).flatMap((file) => saidIn(file).map((word) => [word, file])))
      expect(said.length).toBeGreaterThan(5)
      expect(said.filter(([word = '']) => !Object.hasOwn(words, word))).toEqual([])
    })

  it('and from one set to the other the page is loaded anew', () => {
    expect(hasWordsFor('/attention', '/desk?state=all')).toBe(true)
    expect(hasWordsFor('/desk', '/insights')).toBe(false)
    expect(hasWordsFor('/desk', '/desk/quarantine')).toBe(false)
    expect(hasWordsFor('/admin/units', '/account')).toBe(true)
    expect(hasWordsFor('/desk', '/')).toBe(false)
  })
})
