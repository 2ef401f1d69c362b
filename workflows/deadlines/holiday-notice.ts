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
const LINE = /^(\d{4}-\d{2}-\d{2})\s+(休|班)\s*(.*)$/
const LONGEST_RANGE = 20

/**
 * Reads the State Council's notice as it is published (「1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。」) or
 * lines of `2027-01-01 休 元旦` and `2027-01-02 班`, and names every contradiction by its line.
 */
export function readNotice(text: string, year: number): Notice {
  const found: Read[] = []
  const faults: NoticeFault[] = []
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '') continue
    const read = /^\d{4}-/.test(line) ? readLine(line) : readProse(line, year)
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
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:[（(]([^）)]*)[）)])?(?:\s*[至到—–-]\s*(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(]([^）)]*)[）)])?)?/g
const COUNT = /共(\d{1,2})天/

/** One paragraph: its sentences say who is off, and who works in lieu. */
function readProse(said: string, year: number): Part {
  const part: Part = { days: [], faults: [] }
  const line = said.replace(/\s/g, '').replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
  const title = TITLE.exec(line)
  const name = title?.[1] && nameIn(title[1]) ? title[1] : nameIn(line)
  const rest = title ? line.slice(title[0].length) : line
  for (const sentence of rest.split(/[。；;]/)) {
    const working = sentence.includes('上班')
    if (!working && !sentence.includes('放假')) continue
    const ranges = [...sentence.matchAll(RANGE)].map((match) => readRange(match, year, part))
    const days = ranges.flat()
    part.days.push(...days.map((day) => ({ day, working, name: working ? '调休补班' : name })))
    const said = COUNT.exec(sentence)
    if (said && !working && Number(said[1]) !== days.length)
      part.faults.push({ problem: 'count', what: `${said[0]}（${days.length}）` })
  }
  return part
}

const nameIn = (line: string) => HOLIDAYS.find((holiday) => line.includes(holiday)) ?? null

function readRange(match: RegExpMatchArray, year: number, part: Part): Day[] {
  const [what, y = String(year), m = '', d = '', note = '', toY = y, toM = m, toD, toNote = ''] = match
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
