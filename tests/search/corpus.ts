import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Random } from './random.ts'

/** Sentences as people write them, all of them fictional. */
const SENTENCES = z.array(z.string()).parse(JSON.parse(readFileSync('tests/search/sentences.json', 'utf8')))
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜'
const GIVEN = '桂兰志强秀英建国丽娟晓明海燕文博雨桐子轩梦瑶俊杰淑芬永胜彩霞𠮷㐂龘'
const SYSTEMS = ['DingTalk', 'ＷＰＳ', 'OA-2', 'e政通', 'APP打卡', 'ＥＸＣＥＬ表']
const ENDS = ['。', '，', '！', '\n', ' ', '；']

/** What one says about a case: some sentences, and between them names, numbers and systems that few others mention. */
export function aText(random: Random): string {
  const parts: string[] = []
  for (let left = 1 + random.below(2); left > 0; left--) {
    parts.push(random.one(SENTENCES))
    if (random.happens(0.5)) parts.push(`${random.one([...SURNAMES])}${name(random)}说的`)
    if (random.happens(0.3)) parts.push(`${random.below(100_000)}户，用${random.one(SYSTEMS)}报`)
  }
  return parts.map((part) => part + random.one(ENDS)).join('')
}

const name = (random: Random) => Array.from({ length: 1 + random.below(2) }, () => random.one([...GIVEN])).join('')

/** A part of a text that one may search for: two to eight ideographs, or a run of three letters or digits and more. */
export function aTerm(random: Random, text: string): string | null {
  const runs = random.happens(0.7)
    ? [...text.matchAll(/\p{Script=Han}{2,}/gu)]
    : [...text.matchAll(/[\p{Script=Latin}\p{Nd}]{3,}/gu)]
  if (runs.length === 0) return null
  const run = [...random.one(runs)[0]]
  const least = /\p{Script=Han}/u.test(run[0] ?? '') ? 2 : 3
  const length = least + random.below(Math.min(8, run.length) - least + 1)
  const from = random.below(run.length - length + 1)
  return run.slice(from, from + length).join('')
}
