import { addDays, type Day, isDay } from '#workflows/clock.ts'
import { isWeekday } from './working-days.ts'

/** A day as a notice names it: off, or worked in lieu of another. */
export type NoticeDay = { day: Day; working: boolean; name: string | null }
/** What is wrong with a notice; `line`: the line of the text, from 1; null for the whole. */
export type NoticeFault = { line: number | null; problem: NoticeProblem; what: string }
export type NoticeProblem =
  | 'unreadable'
  | 'noSuchDay'
  | 'wrongYear'
  | 'weekday'
  | 'count'
  | 'twice'
  | 'contradicts'
  | 'workOnWeekday'
  | 'leftOut'
  | 'nothing'
export type Notice = { days: NoticeDay[]; faults: NoticeFault[] }

/** Every year has these. */
const HOLIDAYS = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆']
const LINE = /^(\d{4}-\d{2}-\d{2})\s+(休|班)(.*)$/
const LONGEST_RANGE = 20

/**
 * Reads the State Council's notice as it is published (「1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。」) or
 * lines of `2027-01-01 休 元旦` and `2027-01-02 班`, and names every contradiction by its line.
 */
export function readNotice(text: string, year: number): Notice {
  const found: Read[] = []
  const faults: NoticeFault[] = []
  const lines = text.split('\n')
  const first = lines.findIndex(isTitled)
  for (const [at, raw] of lines.entries()) {
    const line = raw.trim()
    if (line === '') continue
    const read = /^\d{4}-/.test(line) ? readLine(line) : readProse(line, year, at < first)
    found.push(...read.days.map((day) => ({ ...day, line: at + 1 })))
    faults.push(...read.faults.map((fault) => ({ ...fault, line: at + 1 })))
  }
  faults.push(...faultsAmong(found, year))
  const days = new Map(found.map(({ day, working, name }) => [day, { day, working, name }]))
  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), faults }
}

/** Days that are not what their weekday says: all that is stored. */
export const exceptionsIn = (days: readonly NoticeDay[]): NoticeDay[] =>
  days.filter(({ day, working }) => working !== isWeekday(day))

type Read = NoticeDay & { line: number }
type Part = { days: NoticeDay[]; faults: Omit<NoticeFault, 'line'>[] }

function readLine(line: string): Part {
  const [, day = '', word, name = ''] = LINE.exec(line) ?? []
  if (day === '') return { days: [], faults: [{ problem: 'unreadable', what: line }] }
  if (!isDay(day)) return { days: [], faults: [{ problem: 'noSuchDay', what: day }] }
  const working = word === '班'
  return { days: [{ day, working, name: name.trim() || (working ? '调休补班' : null) }], faults: [] }
}

/** Word and web pages number paragraphs by themselves: the numeral may be missing. */
const TITLE = /^(?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]|[-•·●])?([^：:，,。]{2,20})[：:]/
const RANGE =
  /(?:(?:(\d{4})年)?(\d{1,2})月)?(\d{1,2})日(?:[（(]([^（()）]*)[）)])?(?:\s*[至到—–-]\s*(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(]([^（()）]*)[）)])?)?/g
const COUNT = /共(\d{1,2})天/
const WORKED = /上班|补班/
const OFF = /放假|补休/
/** Days moved: off, unless all of them are weekend days; then either is meant. */
const MOVED = /调休/
/** 「鼓励各单位……安排职工在除夕（2月9日）休息」 gives nobody a day off. */
const ENCOURAGED = /鼓励/
/** Split where a comma stands outside brackets. */
const CLAUSE = /(?:[（(][^（()）]*[）)]|[^，,（(])+/g
const ANDED = /^(?:[、及和与]|以及)?$/
/** The day a notice was signed or printed, on a line of its own. */
const SIGNED = /^[（(]?\d{4}年\d{1,2}月\d{1,2}日(?:印发)?[）)]?$/

const plainly = (said: string) =>
  said.replace(/\s/g, '').replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
/** A paragraph about a holiday, by its title; what stands before the first is preamble. */
const isTitled = (said: string) => nameIn(TITLE.exec(plainly(said))?.[1] ?? '') !== null

/** One paragraph: its sentences say who is off, and who works in lieu. `opens`: it stands before the first holiday. */
function readProse(said: string, year: number, opens: boolean): Part {
  const part: Part = { days: [], faults: [] }
  const line = plainly(said)
  if (SIGNED.test(line)) return part
  const title = TITLE.exec(line)
  const name = title?.[1] && nameIn(title[1]) ? title[1] : nameIn(line)
  const rest = title ? line.slice(title[0].length) : line
  for (const sentence of rest.split(/[。；;]/)) {
    if (ENCOURAGED.test(sentence)) continue
    if (WORKED.test(sentence) || OFF.test(sentence) || MOVED.test(sentence))
      readSentence(sentence, { year, name, part })
    else if (!opens && namesDay(sentence, year)) part.faults.push({ problem: 'unreadable', what: sentence })
  }
  return part
}

type Month = { y: string; m: string }
/** Days stand before the word that says what they are; so many as no word follows are named. */
function readSentence(sentence: string, { year, name, part }: { year: number; name: string | null; part: Part }) {
  const off: Day[] = []
  let waiting: { what: string; days: Day[] }[] = []
  let month = null as Month | null
  for (const [clause] of sentence.matchAll(CLAUSE)) {
    let end = 0
    for (const match of clause.matchAll(RANGE)) {
      const between = clause.slice(end, match.index)
      const [what, y, m, , , toY, toM] = match
      // a day without a month has that of the one it is listed after
      const carried: Month | null = ANDED.test(between) && (end > 0 || waiting.length > 0) ? month : null
      end = match.index + what.length
      const inMonth: Month | null = m ? { y: y ?? String(year), m } : carried
      if (inMonth) waiting.push({ what, days: readRange(match, inMonth, part) })
      else part.faults.push({ problem: 'unreadable', what })
      month = inMonth && { y: toY ?? inMonth.y, m: toM ?? inMonth.m }
    }
    const [working, isOff, moved] = [WORKED, OFF, MOVED].map((word) => word.test(clause))
    if (!working && !isOff && !moved) continue
    const days = waiting.flatMap((each) => each.days)
    const unsure = working ? isOff : !isOff && !days.some(isWeekday)
    if (unsure && days.length > 0) part.faults.push({ problem: 'unreadable', what: clause })
    part.days.push(...days.map((day) => ({ day, working: working === true, name: working ? '调休补班' : name })))
    if (!working) off.push(...days)
    waiting = []
  }
  part.faults.push(...waiting.map(({ what }) => ({ problem: 'unreadable' as const, what })))
  const said = COUNT.exec(sentence)
  if (said && (off.length > 0 || !WORKED.test(sentence)) && Number(said[1]) !== off.length)
    part.faults.push({ problem: 'count', what: `${said[0]}（${off.length}）` })
}

/** A day of the notice's own year; one of another year is when it was decided, signed or printed. */
const namesDay = (sentence: string, year: number) =>
  [...sentence.matchAll(RANGE)].some(([, y, m]) => m !== undefined && (y === undefined || Number(y) === year))

const nameIn = (line: string) => HOLIDAYS.find((holiday) => line.includes(holiday)) ?? null

function readRange(match: RegExpMatchArray, { y, m }: { y: string; m: string }, part: Part): Day[] {
  const [what, , , d = '', note = '', toY = y, toM = m, toD, toNote = ''] = match
  const first = dayFrom(y, m, d)
  const last = toD === undefined ? first : dayFrom(toY, toM, toD)
  if (!isDay(first) || !isDay(last)) {
    part.faults.push({ problem: 'noSuchDay', what })
    return []
  }
  for (const [day, said] of [
    [first, note],
    [last, toNote],
  ] as const)
    if (!agrees(day, said)) part.faults.push({ problem: 'weekday', what: `${day} ${said}` })
  const days: Day[] = []
  for (let day = first; day <= last && days.length <= LONGEST_RANGE; day = addDays(day, 1)) days.push(day)
  if (days.length === 0 || days.length > LONGEST_RANGE) part.faults.push({ problem: 'unreadable', what })
  return days
}

const dayFrom = (y: string, m: string, d: string): Day => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
const WEEKDAYS = '日一二三四五六'
const agrees = (day: Day, note: string) => {
  const said = /(?:周|星期)([日一二三四五六天])/.exec(note)?.[1]?.replace('天', '日')
  return said === undefined || WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] === said
}

/** What only shows when all lines stand together. */
function faultsAmong(found: readonly Read[], year: number): NoticeFault[] {
  const faults: NoticeFault[] = []
  if (found.length === 0) return [{ line: null, problem: 'nothing', what: '' }]
  const seen = new Map<Day, Read>()
  for (const read of found) {
    const before = seen.get(read.day)
    if (before)
      faults.push({
        line: read.line,
        problem: before.working === read.working ? 'twice' : 'contradicts',
        what: read.day,
      })
    seen.set(read.day, read)
    // New Year's days off may begin in the last days of the year before
    const inYear = read.day.startsWith(`${year}-`) || (read.day >= `${year - 1}-12-28` && read.day < `${year}-`)
    if (!inYear) faults.push({ line: read.line, problem: 'wrongYear', what: read.day })
    if (read.working && isWeekday(read.day)) faults.push({ line: read.line, problem: 'workOnWeekday', what: read.day })
  }
  for (const holiday of HOLIDAYS)
    if (!found.some(({ working, name }) => !working && name?.includes(holiday)))
      faults.push({ line: null, problem: 'leftOut', what: holiday })
  return faults
}
