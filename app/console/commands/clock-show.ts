import { type Command, visit } from '#app/console/command.ts'
import { noMore } from '#app/console/typed.ts'
import { DAY, dayOf, HOUR } from '#workflows/clock.ts'

/** The day and hour of the town, and how far it is ahead of the world. */
export const command: Command = {
  usage: '',
  run: (words, say) => {
    noMore(words, 0)
    return visit(async ({ clock, settings }) => {
      const [town, wall] = [clock.town(), clock.wall()]
      const ahead = Math.round((town.getTime() - wall.getTime()) / HOUR)
      const time = new Date(town.getTime() + ZONE).toISOString().slice(11, 16)
      const plain = `${dayOf(town)} ${time}${ahead === 0 ? '' : `, ${ahead / (DAY / HOUR)} days ahead`}`
      say({ day: dayOf(town), time, hoursAhead: ahead, movable: settings.demoClock }, plain)
    })
  },
}
const ZONE = 8 * HOUR
