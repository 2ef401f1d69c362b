import { type Command, Refusal, visit } from '#app/console/command.ts'
import { noMore, typedLength } from '#app/console/typed.ts'
import { dayOf } from '#workflows/clock.ts'
import { readSettings } from '#workflows/settings.ts'
import { advanceTown } from '#workflows/worker/advance-town.ts'

/** Moves the demonstration clock; every date that falls due on the way rings on its own day. */
export const command: Command = {
  usage: '7d | 12h | 30m',
  run: async (words, say) => {
    noMore(words, 1)
    const length = typedLength(words[0])
    if (!readSettings().demoClock) throw new Refusal('The clock of a real town does not move by command.')
    const { town, rung } = await visit((house) => advanceTown(house, length))
    say({ day: dayOf(town), rung }, `it is now ${dayOf(town)}; ${rung} dates rang`)
  },
}
