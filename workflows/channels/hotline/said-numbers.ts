import { ANY } from './numbers.ts'

/** A digit, several of the same (四个零), and 幺 as it is heard (要). */
const TOKEN = `(?:[2-6两二三四五六]个${ANY}|要|${ANY})`
const PAUSE = '[\\s\\-－—–·.。,，嗯啊呃额哦]{0,3}'
const RUN = new RegExp(`${TOKEN}(?:${PAUSE}${TOKEN}){4,24}`, 'g')
const IS_SAID = /个|要/
const ONE = new RegExp(TOKEN, 'g')
const DIGITS: Record<string, string> = Object.fromEntries(
  ['0０零〇○洞', '1１一幺要', '2２二两', '3３三', '4４四', '5５五', '6６六', '7７七拐', '8８八', '9９九'].flatMap(
    (as, digit) => [...as].map((letter) => [letter, String(digit)]),
  ),
)
/** A mobile number, one with its area, an identity number; 要 before it may be a word. */
const WHOLE = /^1?(?:(?:86|0)?1[3-9]\d{9}|0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}|[1-9]\d{17})$/
const TOLD = /(?:电话|座机|号码|手机)(?:号码?)?[是为打:：\s]{0,3}$/

/** Numbers as people say them, with several digits at once: 幺三八，四个零，一二三四; each replaced by what `instead` gives. */
export const replaceSaidNumbers = (text: string, instead: () => string): string =>
  text.replace(RUN, (run: string, at: number) => {
    if (!IS_SAID.test(run)) return run
    const digits = (run.match(ONE) ?? []).map(expanded).join('')
    const isTold = digits.length >= 7 && digits.length <= 12 && TOLD.test(text.slice(Math.max(0, at - 12), at))
    return isTold || WHOLE.test(digits) ? instead() : run
  })

function expanded(token: string): string {
  const [count, digit] = token.length === 3 ? [token.charAt(0), token.charAt(2)] : ['1', token]
  return (DIGITS[digit] ?? '').repeat(Number(DIGITS[count] ?? 1))
}
