import type { Dropped, Turn } from './call.ts'
import { NAME as PERSON } from './names.ts'
import { ANY, GAP, NUMBERS, row } from './numbers.ts'
import { replaceSaidNumbers } from './said-numbers.ts'
import type { Secret } from './unsaid.ts'

/** What stands where a number stood. */
export const LEFT_OUT = '【号码已略】'

const NUMBER = `[+＋]?(?:[\\s\\-－—–()（）*＊]|${ANY}){0,40}`
const WORD = '[A-Za-z0-9０-９_-]{1,24}'
const END = '(?=[\\s,，。;；、]|$)'
const NAME = `(?:[\\p{Script=Han}·]{1,8}|[A-Za-z][A-Za-z .]{0,40})(?:先生|女士|同志)?${END}`
const TIME = '(?=[^\\n0-9０-９]{0,6}[0-9０-９])[0-9０-９年月日时分秒点小钟上下午:：./\\-－—T Z+]{1,40}'

/** Who signs a complaint. */
const SIGNED = '(?:投诉人|举报人|反映人|求助人|咨询人)(?:姓名)?'
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
  ['caller', SIGNED, `(?:${PERSON}|\\p{Script=Han}?某{1,3}|匿名)(?=[ \\t]*(?:\\r?\\n|$))`],
  ['order', '工单编号|工单号|办件编号|市级编号|受理编号', WORD],
  [
    'time',
    '来电时间|呼入时间|受理时间|接听时间|挂断时间|开始时间|结束时间|通话时长|录音时长|时长|通话时间|派发时间',
    TIME,
  ],
  ['time', '录音编号|录音文件|流水号', '[A-Za-z0-9０-９_./-]{1,80}'],
]
const LINES = LABELS.map(([what, label, value]): [Dropped, RegExp] => [
  what,
  new RegExp(
    `^[ \\t]*(?:[【[（(]\\s*(?:${label})\\s*[】\\])）]\\s*[:：]?|(?:${label})\\s*[:：])[ \\t]*${value}[ \\t]*[,，。;；、]?[ \\t]*`,
    'gmu',
  ),
])
/** Several of these in one line are read as if each had its own. */
const LABEL = `(?:${LABELS.map(([, label]) => label).join('|')})`
const IN_MARKS = `[【[]\\s{0,3}${LABEL}\\s{0,3}[】\\]]`
const HEADED = new RegExp(`^[ \\t]{0,9}(?:${IN_MARKS}|${LABEL}\\s{0,3}[:：]).*$`, 'gmu')
const NEXT = new RegExp(
  `(?<=[^\\s])(?:[ \\t|/,，;；、]{0,6}(?=${IN_MARKS})|[ \\t|/,，;；、]{1,6}(?=${LABEL}\\s{0,3}[:：]))`,
  'gu',
)

const ROLES = '(?:话务员|坐席|座席|接线员|客服)'
const ID = `[A-Za-z]{0,3}[-－]?${row(ANY, ANY, 1)}(?:${GAP}${ANY}){0,6}`
const STAFF = `工号(?:是|为)?\\s{0,3}[:：]?\\s{0,3}${ID}\\s{0,3}号?`
const SERVES = '[,，]?(?:很高兴|竭诚)?(?:为您|接听)'
/** Before the number of somebody whom the call is about. */
const ANOTHERS =
  '(?:技师|师傅|司机|民警|辅警|警员|干部|员工|人员|收费员|柜员|医生|护士|保安|城管|网格员|快递员|书记|主任|经理|[他她其]|对方|(?<!我)的|那个|这个|投诉|举报|反映)'
/** Who says it of themselves, whoever speaks. */
const SELF: [Dropped, RegExp][] = [
  ['agent', new RegExp(`(?<=我的|我是|我)${STAFF}|${STAFF}(?=${SERVES})`, 'g')],
  ['agent', new RegExp(`(?:(?<=我是)|(?<!${ANY}))${ANY}{3,6}号?${ROLES}(?=${SERVES})`, 'g')],
  [
    'agent',
    new RegExp(
      `(?<!${ANY})${ANY}{1,6}号(?=${ROLES}?(?:很高兴|竭诚)?为您)|${ROLES}${ANY}{2,6}号?(?=(?:很高兴|竭诚)?为您)`,
      'g',
    ),
  ],
  ['time', /[[(（【]?(?<!\d)\d{1,2}:\d{2}:\d{2}([.,]\d{1,3})?(?!\d)[\])）】]?/g],
]
/** Whoever else than the caller names a number means their own, but for one that is complained of and a public one. */
const NOT_THE_CALLER: [Dropped, RegExp][] = [
  ['agent', new RegExp(`(?<!${ANOTHERS})${STAFF}(?!的)`, 'g')],
  ['agent', new RegExp(`(?<!${ANY}|${ANOTHERS})${ANY}{3,6}号${ROLES}(?!的|态度|说)`, 'g')],
  [
    'agent',
    new RegExp(`(?<![0-9０-９]|${ANOTHERS})(?!(?:1[0-2]|9[56])\\d{3})[0-9０-９]{3,6}${ROLES}(?=[\\s,，。；;]|$)`, 'g'),
  ],
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
  // a header in one line is one of several
  kept = kept.replace(HEADED, (line) => line.replace(NEXT, '\n'))
  for (const [what, pattern] of LINES) kept = drop(kept, what, pattern, '')
  if (speaker === 'operator') kept = drop(kept, 'agent', INTRODUCTION, '话务员')
  for (const [what, pattern] of SELF) kept = drop(kept, what, pattern, '')
  if (speaker !== 'caller') for (const [what, pattern] of NOT_THE_CALLER) kept = drop(kept, what, pattern, '')
  kept = replaceSaidNumbers(kept, () => {
    dropped.add('number')
    return LEFT_OUT
  })
  for (const pattern of NUMBERS) kept = drop(kept, 'number', pattern, LEFT_OUT)
  return { text: kept.replace(/\n{3,}/g, '\n\n').trim(), dropped: [...dropped] }
}
