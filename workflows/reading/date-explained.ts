import { listCaseTimes } from '#db/read/case-times.ts'
import type { Database } from '#db/transaction.ts'
import { addDays, type Day, dayOf } from '#workflows/clock.ts'
import { DEADLINE_NAMES } from '#workflows/case/names.ts'
import { DEADLINES, LATEST_RECTIFICATION } from '#workflows/deadlines/catalogue.ts'
import { dayEn, dayZh, explainEn, explainZh } from '#workflows/deadlines/explain.ts'
import { type CaseTime, latestDue, REOPENING } from '#workflows/deadlines/latest.ts'
import { addWorkingDays, type Calendar, workingDaysBetween } from '#workflows/deadlines/working-days.ts'

/** A date as it is stored. */
export type StoredDate = {
  name: string
  state: string
  set_on: Day
  due_on: Day
  days: number
  rule: string
  pauses: number
  paused_on: Day | null
}
export type Sentence = { zh: string; en: string }

/** What a limit of the law rests on, where it cut a date short. */
const LIMIT_SOURCE = '《信访工作条例》第三十四条'

/** For what a date stands still. */
const WAITS_FOR: { readonly [name: string]: Sentence } = {
  verification: { zh: '等反映人补充', en: 'waiting for the reporter' },
  rectification: { zh: '等异议裁定', en: 'waiting for the ruling on the objection' },
}

/** What the limit of a letter's date is reckoned from. */
export async function readCaseTime(db: Database, caseId: string): Promise<CaseTime> {
  const acts = await listCaseTimes(db, caseId, [...REOPENING, 'grantExtension'])
  const reopened = acts.findLast(({ type }) => type !== null && REOPENING.includes(type))
  return {
    acceptedOn: acts[0]?.accepted_on ?? null,
    reopenedOn: reopened?.at ? dayOf(reopened.at) : null,
    extended: acts.some(({ type }) => type === 'grantExtension'),
  }
}

/**
 * One sentence by which an officer can check a date, and what it rests on (null: the mechanism's own rule). While it
 * stands still the sentence says since when and for what. Null where its count cannot be told any more.
 */
export function explainDate(
  calendar: Calendar,
  date: StoredDate,
  time: CaseTime,
): { explained: Sentence | null; source: string | null } {
  const source = date.rule === 'default' ? null : date.rule
  const still = stillFor(date)
  if (still && date.state === 'paused') return { explained: still, source }
  if (isCalendar(date.name)) return { explained: countedByCalendar(date), source }
  const limit = limitOf(calendar, date, time)
  if (limit) return { explained: limit, source: LIMIT_SOURCE }
  return { explained: countedByWork(calendar, date), source }
}

/** Since when and for what a date stands still, or how often it did; null where it never has. */
export function stillFor({ name, state, paused_on, pauses }: Omit<StoredDate, 'set_on' | 'due_on' | 'days' | 'rule'>) {
  if (state === 'paused' && paused_on) {
    const why = WAITS_FOR[name] ?? { zh: '暂停', en: 'paused' }
    return {
      zh: `${why.zh},自${dayZh(paused_on, false)}起暂停(第${pauses}次);恢复后补足停下的工作日`,
      en: `${why.en}, stands still since ${dayEn(paused_on, false)} (pause ${pauses}); the working days lost are given back`,
    }
  }
  return pauses === 0 ? null : { zh: `曾暂停${pauses}次`, en: `stood still ${times(pauses)}` }
}

const isCalendar = (name: string) =>
  DEADLINE_NAMES.some((each) => each === name && DEADLINES[each].unit === 'calendarDays')

function countedByCalendar({ set_on, due_on, days }: StoredDate): Sentence | null {
  if (addDays(set_on, days) !== due_on) return null
  const withYear = set_on.slice(0, 4) !== due_on.slice(0, 4)
  return {
    zh: `${days}个自然日:${dayZh(set_on, false)}起,至${dayZh(due_on, withYear)}`,
    en: `${days} calendar days from ${dayEn(set_on, false)}, to ${dayEn(due_on, withYear)}`,
  }
}

/**
 * A letter's date that would lie beyond its limit, and therefore is on it. The sentence names the limit and how it is
 * rounded, and no day from which it runs: units read it.
 */
function limitOf(calendar: Calendar, { name, set_on, due_on, days }: StoredDate, time: CaseTime): Sentence | null {
  const { calendarDays, extendedBy } = LATEST_RECTIFICATION
  const extended = [false, ...(time.extended ? [true] : [])].find(
    (is) => latestDue(name, { ...time, extended: is }) === due_on,
  )
  const { due } = addWorkingDays(calendar, set_on, days)
  if (extended === undefined || due <= due_on) return null
  const most = calendarDays + (extended ? extendedBy : 0)
  return {
    zh: `${days}个工作日应至${dayZh(due, true)},以办理全程${most}日为限、按整周取整,至${dayZh(due_on, true)}`,
    en: `${days} working days would reach ${dayEn(due, true)}; the whole handling has ${most} days at most, taken in whole weeks: to ${dayEn(due_on, true)}`,
  }
}

/** By the days of its rule; one that was put off is counted whole, with what came to it said apart. */
function countedByWork(calendar: Calendar, date: StoredDate): Sentence | null {
  const { set_on, due_on, days, pauses } = date
  const all = Math.max(days, workingDaysBetween(calendar, set_on, due_on))
  const plain = addWorkingDays(calendar, set_on, days)
  const n = plain.due === due_on ? days : all
  const counted = n === days ? plain : addWorkingDays(calendar, set_on, n)
  if (counted.due !== due_on) return null
  const still = stillFor(date)
  const more = n - days
  const put = { zh: `;其中${more}个工作日是`, en: `; ${more} of them ` }
  const apart =
    more === 0
      ? { zh: still ? `;${still.zh}` : '', en: still ? `; ${still.en}` : '' }
      : pauses > 0
        ? { zh: `${put.zh}暂停${pauses}次补足的`, en: `${put.en}because it stood still ${times(pauses)}` }
        : { zh: `${put.zh}后来顺延的`, en: `${put.en}added later` }
  return { zh: explainZh(set_on, n, counted) + apart.zh, en: explainEn(set_on, n, counted) + apart.en }
}

const times = (n: number) => (n === 1 ? 'once' : `${n} times`)
