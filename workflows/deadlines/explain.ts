import type { Day } from '#workflows/clock.ts'
import type { Counted, Crossed } from './working-days.ts'

/**
 * One sentence that lets an officer check a date by hand, e.g.
 * 「15个工作日:9月29日起,跨国庆,含10月10日补班,至10月26日」.
 */
export function explainZh(from: Day, n: number, { due, provisional, crossed }: Counted): string {
  const parts = [
    `${n}个工作日:${dayZh(from, false)}起`,
    ...holidays(crossed).map((name) => `跨${name.replace('国庆节', '国庆')}`),
    ...madeUp(crossed).map((day) => `含${dayZh(day, false)}补班`),
    `至${dayZh(due, yearOf(due) !== yearOf(from))}`,
  ]
  return parts.join(',') + (provisional ? '(放假安排尚未公布,暂按周一至周五推算)' : '')
}

/** The same in English: "15 working days from 29 September, across National Day, …". */
export function explainEn(from: Day, n: number, { due, provisional, crossed }: Counted): string {
  const parts = [
    `${n} working day${n === 1 ? '' : 's'} from ${dayEn(from, false)}`,
    ...holidays(crossed).map((name) => `across ${HOLIDAYS_EN[name] ?? name}`),
    ...madeUp(crossed).map((day) => `with ${dayEn(day, false)} worked in lieu`),
    `to ${dayEn(due, yearOf(due) !== yearOf(from))}`,
  ]
  return parts.join(', ') + (provisional ? ' (holidays not yet announced: counted Monday to Friday for now)' : '')
}

const HOLIDAYS_EN: Record<string, string> = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明: 'Tomb-Sweeping Day',
  劳动节: 'Labour Day',
  端午: 'Dragon Boat Festival',
  中秋: 'Mid-Autumn Festival',
  国庆节: 'National Day',
}
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const holidays = (crossed: readonly Crossed[]) => [
  ...new Set(crossed.filter(({ working }) => !working).map(({ name }) => name ?? '放假')),
]
const madeUp = (crossed: readonly Crossed[]) => crossed.filter(({ working }) => working).map(({ day }) => day)

const yearOf = (day: Day) => day.slice(0, 4)
const monthOf = (day: Day) => Number(day.slice(5, 7))
const dateOf = (day: Day) => Number(day.slice(8))
export const dayZh = (day: Day, withYear: boolean) =>
  `${withYear ? `${yearOf(day)}年` : ''}${monthOf(day)}月${dateOf(day)}日`
export const dayEn = (day: Day, withYear: boolean) =>
  `${dateOf(day)} ${MONTHS_EN[monthOf(day) - 1]}${withYear ? ` ${yearOf(day)}` : ''}`
