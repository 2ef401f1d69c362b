/** What a supervision order begins with. Made of what the office knows of one letter's dates; no word of a report is in it. */
import type { UNIT_DATES } from '#workflows/case/names.ts'
import type { Day } from '#workflows/clock.ts'
import { daySpoken } from './spoken.ts'

/** The dates of a unit, as papers call them. */
const DATE_WORDS: Record<(typeof UNIT_DATES)[number], string> = {
  acknowledgement: '签收时限',
  rectification: '整改时限',
  orderAnswer: '督办答复时限',
}

export type OrderAbout = {
  unit: string
  /** the letter's number */
  letter: string
  date: { name: keyof typeof DATE_WORDS; dueOn: Day } | null
  /** how many working days the date is over; 0 where it is not */
  lateBy: number
  answerBy: Day
}

/** What is late, whose date it is and by how much, and what must be answered by when. */
export function orderWords({ unit, letter, date, lateBy, answerBy }: OrderAbout): string {
  const due = date && `${DATE_WORDS[date.name]}为${daySpoken(date.dueOn).zh}`
  const late = lateBy > 0 ? `，至今已超期${lateBy}个工作日` : ''
  return [
    `${unit}承办的${letter}交办函${due ? `，${due}${late}` : ''}，现予督办。`,
    `请于${daySpoken(answerBy).zh}24时前答复：`,
    '一、没有按期办结的原因；',
    '二、现在办到哪一步；',
    '三、哪一天办完，由哪个内设机构负责。',
  ].join('\n')
}
