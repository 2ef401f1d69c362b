/**
 * The blanks a template may have: a closed list, each with its name in Chinese and in English. What fills them is known
 * to the office or written by a unit; nothing of a report, its channel or its hour is among them, and must never be.
 */
import { PURPOSES, type Purpose } from './purposes.ts'

type Declared = { zh: string; en: string; for: readonly Purpose[] }

export const BLANKS = {
  kind: { zh: '类别', en: 'kind', for: PURPOSES },
  basis: { zh: '依据', en: 'basis', for: ['letter', 'reply'] },
  place: { zh: '发生地', en: 'place', for: ['letter', 'reply'] },
  office: { zh: '专项办', en: 'office', for: PURPOSES },
  today: { zh: '今天', en: 'today', for: PURPOSES },
  /** how long whoever reads the text has: the reporter to answer or to rate, the unit to put it right */
  days: { zh: '期限', en: 'time limit', for: ['question', 'letter', 'reply'] },
  dueDay: { zh: '到期日', en: 'due day', for: ['question', 'letter'] },
  finding: { zh: '核实结论', en: 'finding', for: ['letter', 'reply', 'noReply'] },
  channel: { zh: '合法去处', en: 'lawful channel', for: ['refusal'] },
  unit: { zh: '承办单位', en: 'unit', for: ['letter'] },
  otherUnit: { zh: '另一单位', en: 'other unit', for: ['letter'] },
  territoryUnit: { zh: '属地单位', en: 'territory unit', for: ['reply', 'noReply'] },
  departmentUnit: { zh: '主管部门', en: 'department', for: ['reply', 'noReply'] },
  territoryMeasures: { zh: '属地措施', en: 'territory measures', for: ['reply'] },
  departmentMeasures: { zh: '主管部门措施', en: 'department measures', for: ['reply'] },
  territoryEffect: { zh: '属地成效', en: 'territory effect', for: ['reply'] },
  departmentEffect: { zh: '主管部门成效', en: 'department effect', for: ['reply'] },
  upkeep: { zh: '共同做到', en: 'kept up together', for: ['reply'] },
} as const satisfies Record<string, Declared>
export type Blank = keyof typeof BLANKS

/** A value in both languages: it is said in the language in which its blank is named. */
export type Spoken = { zh: string; en: string }
export type Values = { readonly [blank in Blank]?: Spoken }

const NAMES: readonly Blank[] = Object.keys(BLANKS).filter((name): name is Blank => name in BLANKS)

/** The blanks a template of this purpose may have, in the order in which they are listed. */
export const blanksFor = (purpose: Purpose): readonly Blank[] =>
  NAMES.filter((blank) => BLANKS[blank].for.some((each) => each === purpose))

/** `{类别}`, `{ kind }`, `｛类别｝`: a name between braces of either width, on one line. */
const BLANK = /[{｛]([^{}｛｝\n]{1,60})[}｝]/g
const BRACE = /[{}｛｝]/

/** The names of all blanks in a text, as they are written there. */
export const namesIn = (text: string): string[] => [...text.matchAll(BLANK)].map(([, name = '']) => name.trim())

/** Whether a brace stands in the text that opens or closes no blank. */
export const hasLooseBrace = (text: string): boolean => BRACE.test(text.replace(BLANK, ''))

/** Which blank a name means, and in which language it was called. */
export function blankNamed(name: string): { blank: Blank; in: keyof Spoken } | null {
  const typed = name.trim().toLowerCase()
  for (const blank of NAMES) {
    if (BLANKS[blank].zh === typed) return { blank, in: 'zh' }
    if (BLANKS[blank].en === typed) return { blank, in: 'en' }
  }
  return null
}

/** The blank of this purpose whose name looks most like a misspelt one, in the language of that name. */
export function nearestBlank(name: string, purpose: Purpose): string {
  const language = /\p{Script=Han}/u.test(name) ? 'zh' : 'en'
  const names = blanksFor(purpose).map((blank) => BLANKS[blank][language])
  return names.toSorted((a, b) => likeness(b, name) - likeness(a, name))[0] ?? ''
}

/** The letters two names share, each counted once, by how many there are: 1 the same, 0 none. */
function likeness(a: string, b: string): number {
  const left = [...a]
  const shared = [...b].filter((letter) => {
    const at = left.indexOf(letter)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return (2 * shared.length) / ([...a].length + [...b].length)
}

/** The text with every blank filled that has a value; what has none stays as a gap to be seen. */
export const fill = (text: string, values: Values): string =>
  text.replace(BLANK, (_, name: string) => {
    const named = blankNamed(name)
    return (named && values[named.blank]?.[named.in].trim()) || gap(name.trim())
  })

/** A place that waits for an officer's words: 【……到期日】. A template may have some of its own, with or without a hint. */
const gap = (hint: string) => `【……${hint}】`
const GAP = /【\s*(?:…|\.{3}|。{3})[^【】\n]*】/

/** Whether something in the text still waits for words, a gap or a blank by its name: such a text is not sent. */
export const hasGap = (text: string): boolean =>
  GAP.test(text) || namesIn(text).some((name) => blankNamed(name) !== null)
