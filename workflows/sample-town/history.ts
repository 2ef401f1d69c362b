import { dayOf, type Day, type HandClock } from '#workflows/clock.ts'
import type { Calendar } from '#workflows/deadlines/working-days.ts'
import type { House } from '#workflows/house.ts'
import type { Actor } from '#workflows/roles/roles.ts'
import type { Cast } from './cast.ts'
import { act, type Arrived, arrive, clearOffice, liveUntil } from './play.ts'
import { DISCIPLINE } from './phases.ts'
import { ANSWERED } from './plots/answered.ts'
import { ANSWERED_AT_ONCE } from './plots/answered-at-once.ts'
import { ARRIVING } from './plots/arriving.ts'
import { AT_THE_UNITS } from './plots/at-the-units.ts'
import type { Plot } from './plots/plot.ts'
import { TYPICAL_PLOTS } from './plots/typical-cases.ts'
import { EVENING, momentsOf, OFFICE_OPENS } from './timeline.ts'
import { startTypical } from './start-typical.ts'
import { REPORTER, type Turn } from './turn.ts'

export const PLOTS: readonly Plot[] = [...ARRIVING, ...ANSWERED_AT_ONCE, ...AT_THE_UNITS, ...ANSWERED]
/** Minutes within which the cases of a day begin, and the step from one to the next. */
const SPREAD = 180
const STRIDE = 37

type Scene = { at: Date; run: () => Promise<unknown> }

/** Lives through everything that happened in the town, in the order in which it happened, up to `today`. */
export async function enact(
  house: House,
  clock: HandClock,
  cast: Cast,
  { calendar, today }: { calendar: Calendar; today: Day },
): Promise<void> {
  const arrived = new Map<string, Arrived>()
  const known = (story: string) => {
    const found = arrived.get(story)
    if (!found) throw new Error(`${story} has not arrived yet`)
    return found
  }
  const actor = (by: string, story: string): Actor => {
    if (!by.startsWith(REPORTER)) return cast(by)
    return { kind: 'reporter', report: known(by.slice(REPORTER.length + 1) || story).report }
  }
  const eventOf = ({ event }: Turn) => (typeof event === 'function' ? event((story) => known(story).caseId) : event)

  const scenes = PLOTS.flatMap((plot, position): Scene[] => {
    const spread = (position * STRIDE) % SPREAD
    const { arrived: at, turns } = momentsOf(plot.turns, plot.ago, { calendar, today, spread, begins: EVENING })
    const { id } = plot.story
    return [
      {
        at,
        run: async () => {
          const came = await arrive(house, reportOf(plot))
          arrived.set(id, came)
          if (plot.turns[0]?.by !== DISCIPLINE) await clearOffice(house, came.caseId, cast(DISCIPLINE))
        },
      },
      ...turns.map(({ at, turn }) => ({
        at,
        run: () => act(house, 'case', known(id).caseId, eventOf(turn), actor(turn.by, id)).catch(inStory(id)),
      })),
    ]
  })
  const typicalScenes = TYPICAL_PLOTS.flatMap((plot, position): Scene[] => {
    const spread = (position * STRIDE) % SPREAD
    const { arrived: at, turns } = momentsOf(plot.turns, plot.ago, { calendar, today, spread, begins: OFFICE_OPENS })
    let id = ''
    return [
      { at, run: async () => (id = await startTypical(house, cast(plot.by), plot, known(plot.source).caseId)) },
      ...turns.map(({ at, turn }) => ({
        at,
        run: () => act(house, 'typicalCase', id, turn.event, cast(turn.by)).catch(inStory(plot.source)),
      })),
    ]
  })
  const inOrder = [...scenes, ...typicalScenes].sort((a, b) => a.at.getTime() - b.at.getTime())
  if (inOrder[0]) clock.set(inOrder[0].at)
  for (const { at, run } of inOrder) {
    await liveUntil(house, clock, dayOf(at))
    clock.set(at)
    await run()
  }
  await liveUntil(house, clock, today)
}

const reportOf = ({ story, contact, slowLane }: Plot) => ({
  channel: story.channel,
  text: story.text,
  place: story.place,
  unit: story.unit,
  happened: story.happened,
  contact,
  noDispatch: story.noDispatch ?? false,
  lane: slowLane ? ('slow' as const) : ('normal' as const),
})

const inStory = (story: string) => (cause: unknown) => {
  throw new Error(`the story ${story} stops: ${cause instanceof Error ? cause.message : cause}`, { cause })
}
