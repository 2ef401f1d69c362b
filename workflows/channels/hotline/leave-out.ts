import type { Dropped, Turn } from './call.ts'
import { NAME as PERSON } from './names.ts'
import { ANY, GAP, NUMBERS, row } from './numbers.ts'
import type { Secret } from './unsaid.ts'

/** What stands where a number stood. */
export const LEFT_OUT = '【号码已略】'

const NUMBER = `[+＋]?(?:[\\s\\-－—–()（）*＊]|${ANY}){0,40}`
const WORD = '[A-Za-z0-9０-９_-]{1,24}'
const END = '(?=[\\s,，。;；、]|$)'
const NAME = `(?:[\\p{Script=Han}·]{1,8}|[A-Za-z][A-Za-z .]{0,40})(?:先生|女士|同志)?${END}`
const TIME = '[0-9０-９年月日时分秒点:：./\\-－—T Z+]{1,40}'

/** What transcripts name in a line of its own, and what then stands there. Whatever else is in the line stays. */
const LABELS: [Dropped, string, string][] = [
  [
    'number',
    '主叫号码|主叫|来电号码|被叫号码|被叫|联系电话|联系方式|回拨号码|手机号码?|电话号码|诉求人电话|来电电话',
    NUMBER,
  ],
  ['agent', '话务员工号|坐席工号|座席工号|坐席编号|座席号|坐席号|工号|接线员工号', WORD],
  ['agent', '受理人|接线员姓名|话务员姓名|坐席姓名|派单员', `(?:${WORD}|${NAME})`],
  ['agent', '坐席|座席|话务员|接线员|受理员', `(?:${PERSON}|[0-9０-９]{3,8})${END}`],
  ['caller', '来电人姓名|诉求人姓名|诉求人|联系人|客户姓名|来电人', NAME],
  ['order', '工单编号|工单号|办件编号|市级编号|受理编号', WORD],
  ['time', '来电时间|呼入时间|通话时长|通话时间|派发时间', TIME],
  ['time', '录音编号|录音文件|流水号', '[A-Za-z0-9０-９_./-]{1,80}'],
]
const LINES = LABELS.map(([what, label, value]): [Dropped, RegExp] => [
  what,
  new RegExp(
    `^[ \\t]*(?:[【[（(]\\s*(?:${label})\\s*[】\\])）]\\s*[:：]?|(?:${label})\\s*[:：])[ \\t]*${value}[ \\t]*[,，。;；、]?[ \\t]*`,
    'gmu',
  ),
])
const ROLES = '(?:话务员|坐席|座席|接线员|客服)'
const ID = `[A-Za-z]{0,3}[-－]?${row(ANY, ANY, 1)}(?:${GAP}${ANY}){0,6}`
/** Within a line. */
const WITHIN: [Dropped, RegExp][] = [
  ['agent', new RegExp(`工号(?:是|为)?\\s{0,3}[:：]?\\s{0,3}${ID}\\s{0,3}号?`, 'g')],
  ['agent', new RegExp(`[0-9０-９]{3,6}号?${ROLES}|(?<!${ANY})${ANY}{3,6}号${ROLES}`, 'g')],
  [
    'agent',
    new RegExp(
      `(?<!${ANY})${ANY}{1,6}号(?=${ROLES}?(?:很高兴|竭诚)?为您)|${ROLES}${ANY}{2,6}号?(?=(?:很高兴|竭诚)?为您)`,
      'g',
    ),
  ],
  ['time', /[[(（【]?(?<!\d)\d{1,2}:\d{2}:\d{2}([.,]\d{1,3})?(?!\d)[\])）】]?/g],
]
/** How the one who takes the call introduces themselves. */
const INTRODUCTION = new RegExp(
  `(?<=我(?:是|叫))(?:${ANY}{1,6}号)?${ROLES}?${PERSON}(?=[,，。.!！?？、\\s]|$|为您|很高兴|竭诚|工号)`,
  'gu',
)

/** The text without whom to call, who answered and when to the second; and what of these was in it. */
export function leaveOut(
  text: string,
  secrets: readonly Secret[] = [],
  speaker: Turn['speaker'] = null,
): { text: string; dropped: Dropped[] } {
  const dropped = new Set<Dropped>()
  const drop = (said: string, what: Dropped, pattern: RegExp, instead: string) =>
    said.replace(pattern, () => {
      dropped.add(what)
      return instead
    })
  let kept = text
  for (const { what, pattern, instead } of secrets) kept = drop(kept, what, pattern, instead)
  for (const [what, pattern] of LINES) kept = drop(kept, what, pattern, '')
  if (speaker === 'operator') kept = drop(kept, 'agent', INTRODUCTION, '话务员')
  for (const [what, pattern] of WITHIN) kept = drop(kept, what, pattern, '')
  for (const pattern of NUMBERS) kept = drop(kept, 'number', pattern, LEFT_OUT)
  return { text: kept.replace(/\n{3,}/g, '\n\n').trim(), dropped: [...dropped] }
}
