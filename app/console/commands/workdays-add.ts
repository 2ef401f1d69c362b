import { type Command, Refusal } from '#app/console/command.ts'
import { noMore, typedCount, typedDay } from '#app/console/typed.ts'
import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
import { explainEn, explainZh } from '#workflows/deadlines/explain.ts'
import { addWorkingDays } from '#workflows/deadlines/working-days.ts'

/** By the calendar that is shipped: no database, no keys. */
export const command: Command = {
  usage: 'YYYY-MM-DD N',
  run: (words, say) => {
    noMore(words, 2)
    const from = typedDay(words[0])
    const count = typedCount(words[1])
    const calendar = calendarOfSeed()
    const counted = addWorkingDays(calendar, from, count)
    const explanation = explainZh(from, count, counted)
    if (counted.provisional || !calendar.covered.has(Number(from.slice(0, 4))))
      throw new Refusal(`The holidays of a year in between are not published: ${explanation}`)
    const { due: date } = counted
    const english = explainEn(from, count, counted)
    say({ date, count, explanation, explanationEn: english }, [date, explanation, english].join('\n'))
  },
}
