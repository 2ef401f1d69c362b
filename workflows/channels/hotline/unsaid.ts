import { plainForm } from '#workflows/charsets/plain-form.ts'
import type { Dropped } from './call.ts'
import { LEFT_OUT } from './leave-out.ts'
import { isPerson, NAME } from './names.ts'
import { GAP } from './numbers.ts'

/** Something by which the sender knows who called: what is found of it in the words, and what stands there instead. */
export type Secret = { what: Dropped; pattern: RegExp; instead: string }

/** Of one call nobody names more people. */
const MOST = 60
/** Numbers that everybody calls: 12345, 10086, 95598. */
const PUBLIC = /^(?:1[0-2]|9[56])\d{3}$/

/** What a sender entered for the caller and their numbers, or for those who answered, as what is left out of the words. */
export function secretsIn(whose: 'caller' | 'agent', entered: readonly string[]): Secret[] {
  const parts = [...new Set(entered.slice(0, MOST).flatMap(partsOf))].slice(0, MOST)
  const secrets = parts.flatMap((part) => {
    if (!/\d/.test(part)) return nameSecrets(part, whose)
    return whose === 'agent' && /^[a-z]{0,4}[-_]?\d{3,8}$/i.test(part) ? [staffNumber(part)] : numberSecrets(part)
  })
  return secrets.toSorted((one, other) => other.pattern.source.length - one.pattern.source.length)
}

/** A cell may name several, say something of them in brackets, or hold a name and a number. */
const partsOf = (entered: string): string[] =>
  plainForm(entered)
    .slice(0, 500)
    .replace(/[(（][^\d()（）]*[)）]/g, ' ')
    .split(/[,，、;；/\n]+/)
    .flatMap((part) =>
      /\d/.test(part) ? [part.replace(/[^\p{Script=Han}·]+/gu, ''), part.replace(/[\p{Script=Han}·]+/gu, '')] : [part],
    )
    .map((part) => part.trim())

const INSTEAD = { caller: '来电人', agent: '话务员' } as const

function nameSecrets(name: string, what: 'caller' | 'agent'): Secret[] {
  // a blank within a Chinese name is the sender's; between two Latin ones it belongs there
  const isHan = /\p{Script=Han}/u.test(name)
  const names = isHan ? [name.replace(/\s/g, ''), ...name.split(/\s+/).filter((part) => WHOLE.test(part))] : [name]
  return [...new Set(names)].filter(isPerson).map((each) => {
    const pattern = isHan ? [...each].map(literal).join('\\s?') : `\\b${literal(each)}\\b`
    return { what, pattern: new RegExp(pattern, 'g'), instead: INSTEAD[what] }
  })
}
const WHOLE = new RegExp(`^${NAME}$`, 'u')

function numberSecrets(number: string): Secret[] {
  const digits = number.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
  if (digits.length < 5 || PUBLIC.test(number)) return []
  const [, local] = /^0\d{2,3}(?=[2-8])(\d{7,8})$/.exec(digits) ?? []
  const patterns = /^[\d\s+-]+$/.test(number) ? [digits, ...(local ? [local] : [])].map(spoken) : [literal(number)]
  return patterns.map((pattern) => ({
    what: 'number',
    pattern: new RegExp(`(?<![0-9０-９A-Za-z])${pattern}(?![0-9０-９A-Za-z])`, 'g'),
    instead: LEFT_OUT,
  }))
}

/** One of figures alone is left out where it says who serves, and not where it counts: 1023号为您服务, not 1023户. */
function staffNumber(number: string): Secret {
  const after = /[a-z]/i.test(number)
    ? '(?![\\dA-Za-z])'
    : '(?=号?(?:为您|话务员|坐席|座席|接线员|客服|很高兴|竭诚|[^\\p{Script=Han}\\w]|$))'
  return { what: 'agent', pattern: new RegExp(`(?<![\\dA-Za-z])${literal(number)}${after}`, 'gu'), instead: LEFT_OUT }
}

const literal = (said: string) => said.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
/** A number as it is written or said, whole or in groups. */
const spoken = (digits: string) => [...digits].map((digit) => `[${HEARD[Number(digit)]}]`).join(GAP)
const HEARD = ['0０零〇○洞', '1１一幺', '2２二两', '3３三', '4４四', '5５五', '6６六', '7７七拐', '8８八', '9９九']
