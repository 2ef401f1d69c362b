import { addDays, isDay } from '#workflows/clock.ts'

/** Longer is no row of holidays. */
const MOST_DAYS = 40
/** From then on New Year’s days off belong to the notice of the next year. */
const LAST_DAYS = '12-28'

/**
 * The days off and the days worked in lieu that an iCalendar file names for a year, a line each as somebody would type
 * them. An entry that says neither 休 nor 班, such as a festival’s own day, says nothing. What is no day stays as it is
 * written, so that it is named as a mistake.
 */
export function linesOfIcs(text: string, year: number): string[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '')
  const entries = lines.split(/^BEGIN:VEVENT$/m).slice(1)
  return [...new Set(entries.flatMap((entry) => linesOf(entry, year)))].sort()
}

function linesOf(entry: string, year: number): string[] {
  const value = (field: string) => new RegExp(`^${field}(?:;[^:\\n]*)?:(.*)$`, 'm').exec(entry)?.[1]?.trim()
  const said = `${value('SUMMARY') ?? ''} ${value('DESCRIPTION') ?? ''}`
  const word = /班/.test(said) ? '班' : /休|放假/.test(said) ? '休' : null
  const first = dayOf(value('DTSTART') ?? '')
  if (word === null || value('STATUS') === 'CANCELLED') return []
  const name = (value('SUMMARY') ?? '').replace(/[（(]?(休息?|补?班|放假|调休|上班)[）)]?/g, '').trim()
  const line = (day: string) => `${day} ${word}${word === '休' && name ? ` ${name}` : ''}`
  if (!isOfYear(first, name, year)) return []
  if (!isDay(first)) return [line(first)]
  const end = value('DTEND') ?? ''
  // the last day is over when the end begins
  const after = isDay(dayOf(end))
    ? /T(?!0{4,6})\d/.test(end)
      ? addDays(dayOf(end), 1)
      : dayOf(end)
    : addDays(first, 1)
  const days = [first]
  for (let day = addDays(first, 1); day < after && days.length < MOST_DAYS; day = addDays(day, 1)) days.push(day)
  return days.map(line)
}

const dayOf = (stamp: string): string => stamp.replace(/^(\d{4})-?(\d\d)-?(\d\d).*$/, '$1-$2-$3')

function isOfYear(first: string, name: string, year: number): boolean {
  const atNewYear = name.includes('元旦')
  if (first.startsWith(`${year - 1}-`)) return atNewYear && first >= `${year - 1}-${LAST_DAYS}`
  return first.startsWith(`${year}-`) && !(atNewYear && first >= `${year}-${LAST_DAYS}`)
}
