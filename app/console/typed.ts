/** What is typed after a command, read strictly: a date that does not exist is a wrong word. */
import { addDays, DAY, type Day, HOUR, MINUTE } from '#workflows/clock.ts'
import { WrongWords } from './command.ts'

/** A day that exists, `YYYY-MM-DD`. */
export function typedDay(word: string | undefined): Day {
  const isDay = word !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(word) && !Number.isNaN(Date.parse(word))
  // 31 February moves on to March when it is counted
  if (!isDay || addDays(word, 0) !== word) throw new WrongWords(`${word ?? 'Nothing'} is not a date: write YYYY-MM-DD.`)
  return word
}

/** The longest count: ten years of working days, far beyond any limit. */
const MOST = 2500

export function typedCount(word: string | undefined): number {
  if (word === undefined || !/^\d+$/.test(word) || Number(word) > MOST)
    throw new WrongWords(`${word ?? 'Nothing'} is not a number of days: write a whole number from 0 to ${MOST}.`)
  return Number(word)
}

const UNITS: Record<string, number> = { d: DAY, h: HOUR, m: MINUTE }
const FURTHEST = 366 * DAY

/** A length of time, e.g. `7d`, `12h`, `30m`, in milliseconds. */
export function typedLength(word: string | undefined): number {
  const [, count, unit] = /^(\d{1,4})([dhm])$/.exec(word ?? '') ?? []
  const length = Number(count) * (UNITS[unit ?? ''] ?? Number.NaN)
  if (!(length > 0 && length <= FURTHEST))
    throw new WrongWords(`${word ?? 'Nothing'} is not a length of time: write 7d, 12h or 30m, a year at most.`)
  return length
}

export function noMore(words: readonly string[], most: number): void {
  if (words.length > most) throw new WrongWords(`${words[most]} is one word too many.`)
}
