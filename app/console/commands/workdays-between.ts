import { type Command, Refusal } from '#app/console/command.ts'
import { noMore, typedDay } from '#app/console/typed.ts'
import type { Day } from '#workflows/clock.ts'
import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
import { explainEn, explainZh } from '#workflows/deadlines/explain.ts'
import { type Calendar, workingDaysBetween } from '#workflows/deadlines/working-days.ts'

/** How many working days lie after the first day, up to and with the second; below zero when it is before. */
export const command: Command = {
  usage: 'YYYY-MM-DD YYYY-MM-DD',
  run: (words, say) => {
    noMore(words, 2)
    const [a, b] = [typedDay(words[0]), typedDay(words[1])]
    const [first, last] = a <= b ? [a, b] : [b, a]
    const calendar = calendarOfSeed()
    const bare = uncovered(calendar, first, last)
    if (bare !== null) throw new Refusal(`The holidays of ${bare} are not published: nothing can be counted in it.`)
    const days = workingDaysBetween(calendar, first, last)
    const counted = { due: last, provisional: false, crossed: crossed(calendar, first, last) }
    const explanation = explainZh(first, days, counted)
    const english = explainEn(first, days, counted)
    const count = a <= b ? days : -days
    say({ date: b, count, explanation, explanationEn: english }, [String(count), explanation, english].join('\n'))
  },
}

function uncovered({ covered }: Calendar, first: Day, last: Day): number | null {
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1)
    if (!covered.has(year)) return year
  return null
}

const crossed = ({ days }: Calendar, first: Day, last: Day) =>
  [...days].filter(([day]) => day > first && day <= last).map(([day, off]) => ({ day, ...off }))
