import type { Dropped } from './call.ts'

/** What stands where a number stood. */
export const LEFT_OUT = '【号码已略】'

const DIGIT = '[0-9０-９]'
const SPOKEN = '[零〇○一二三四五六七八九幺两洞拐]'
const GAP = '[\\s\\-－—–·.。,，、]{0,2}'
const row = (first: string, digit: string, more: number) => `${first}(?:${GAP}${digit}){${more}}`

/**
 * Numbers by which somebody can be called or looked up: mobile numbers in digits of any width or as they are spoken
 * (一三八…), with or without +86, telephone numbers with their area, and identity numbers.
 */
const NUMBERS = [
  new RegExp(`(?<!${DIGIT})${row('[1-9１-９]', DIGIT, 16)}${GAP}[0-9０-９XxＸｘ](?!${DIGIT})`, 'g'),
  new RegExp(
    `(?<!${DIGIT})(?:[+＋]?${row('[8８]', '[6６]', 1)}${GAP})?${row('[1１]', '[3-9３-９]', 1)}(?:${GAP}${DIGIT}){9}(?!${DIGIT})`,
    'g',
  ),
  new RegExp(`(?<!${SPOKEN})[一幺](?:${GAP}[三四五六七八九])(?:${GAP}${SPOKEN}){9}(?!${SPOKEN})`, 'g'),
  new RegExp(`(?<!${DIGIT})[0０]${DIGIT}{2,3}[-－—\\s]{1,2}${DIGIT}{7,8}(?!${DIGIT})`, 'g'),
]
/** Whole lines about who called and who answered. */
const LINES: [Dropped, RegExp][] = [
  ['number', /^.{0,4}[【[（(]?\s*(主叫号码|来电号码|被叫号码|联系电话|回拨号码|手机号码?)\s*[】\])）]?\s*[:：]?.*$/gm],
  ['agent', /^.{0,4}[【[（(]?\s*(话务员工号|坐席工号|工号|坐席编号|座席号|受理人|接线员)\s*[】\])）]?\s*[:：].*$/gm],
  ['caller', /^.{0,4}[【[（(]?\s*(来电人姓名|诉求人|诉求人姓名|联系人|客户姓名)\s*[】\])）]?\s*[:：].*$/gm],
  ['time', /^.{0,4}[【[（(]?\s*(来电时间|呼入时间|通话时长|录音编号|流水号|通话时间)\s*[】\])）]?\s*[:：]?.*$/gm],
]
/** Within a line. */
const WITHIN: [Dropped, RegExp][] = [
  ['agent', /工号(是|为)?\s*[:：]?\s*[A-Za-z]?[0-9０-９]{2,8}\s*号?|[0-9０-９]{3,6}号(话务员|坐席|接线员)/g],
  ['time', /[[(（【]?\b\d{1,2}:\d{2}:\d{2}([.,]\d{1,3})?\b[\])）】]?/g],
]

/** The text without whom to call, who answered and when to the second; and what of these was in it. */
export function leaveOut(text: string): { text: string; dropped: Dropped[] } {
  const dropped = new Set<Dropped>()
  const drop = (said: string, what: Dropped, pattern: RegExp, instead: string) =>
    said.replace(pattern, () => {
      dropped.add(what)
      return instead
    })
  let kept = text
  for (const [what, pattern] of LINES) kept = drop(kept, what, pattern, '')
  for (const [what, pattern] of WITHIN) kept = drop(kept, what, pattern, '')
  for (const pattern of NUMBERS) kept = drop(kept, 'number', pattern, LEFT_OUT)
  return { text: kept.replace(/\n{3,}/g, '\n\n').trim(), dropped: [...dropped] }
}
