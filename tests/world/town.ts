import { inTransaction } from '#db/transaction.ts'
import { listLettersInForce } from '#db/write/letters.ts'
import type { CaseEvent } from '#workflows/case/events.ts'
import type { Report } from '#workflows/channels/report.ts'
import { addDays, type Day, dayOf, handClock } from '#workflows/clock.ts'
import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
import { addWorkingDays } from '#workflows/deadlines/working-days.ts'
import { type PossibleAct, possibleActs } from '#workflows/engine/may.ts'
import type { Outcome } from '#workflows/engine/refusal.ts'
import { type Asked, step } from '#workflows/engine/step.ts'
import { hashPassword } from '#workflows/protection/password.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import type { PostboxKey } from '#workflows/protection/postbox.ts'
import { type Actor, ROLES, type Role, type Staff } from '#workflows/roles/roles.ts'
import { castOf } from '#workflows/sample-town/cast.ts'
import { PEOPLE } from '#workflows/sample-town/data/people.ts'
import { storyOf } from '#workflows/sample-town/data/stories/stories.ts'
import { furnish } from '#workflows/sample-town/furnish.ts'
import { DISCIPLINE, TO } from '#workflows/sample-town/phases.ts'
import { act, type Arrived, arrive, clearOffice, liveUntil } from '#workflows/sample-town/play.ts'
import { sidesOf } from '#workflows/sample-town/sides.ts'
import { REPORTER, type Turn, type Wait } from '#workflows/sample-town/turn.ts'
import { drain } from '#workflows/worker/drain.ts'
import { runOnce as ringDeadlines } from '#workflows/worker/ring-deadlines.ts'
import { aHouse } from './test-house.ts'

/** The password of every account in a test: hashed once, because a good hash is slow. */
export const PASSWORD = 'huiyin-in-tests'
let hashed: Promise<string> | undefined

const calendar = calendarOfSeed()
const STORY = 'oneListThreeTimes'

export type Town = Awaited<ReturnType<typeof aTown>>
/** What an actor does in a test. */
type Hands = {
  by: Actor
  step(caseId: string, event: CaseEvent | { type: string; [field: string]: unknown }, asked?: Asked): Promise<Outcome>
  may(caseId: string): Promise<PossibleAct[]>
}

/** 云澜市 with its units, kinds, calendar and people and not one case, in a database of its own, the clock in hand. */
export async function aTown({
  on = '2026-10-12',
  ...more
}: {
  on?: Day
  keys?: Keys
  postbox?: PostboxKey
  env?: Record<string, string>
} = {}) {
  const clock = handClock(on)
  const house = await aHouse(clock, more)
  hashed ??= hashPassword(PASSWORD)
  const hash = await hashed
  await furnish(house, new Map(PEOPLE.map(({ login }) => [login, hash])))
  const cast = await castOf(house.db)
  /** what each case is about, and how far it was driven */
  const cases = new Map<string, { arrived: Arrived; story: string; driven: number }>()

  const caseOf = (id: string) => {
    const found = cases.get(id)
    if (!found) throw new Error(`no report of this town opened the case ${id}`)
    return found
  }
  const officer = (name: Role | (string & {})): Staff => {
    const login = ROLES.some((role) => role === name)
      ? PEOPLE.find(({ roles }) => roles.some((role) => role === name))
      : null
    return cast(login?.login ?? name)
  }
  const hands = (by: Actor): Hands => ({
    by,
    step: (caseId, event, asked) => step(house, 'case', caseId, event, by, asked),
    may: (caseId) =>
      inTransaction(house.db, async (tx) => {
        const row = await tx.selectFrom('case_file').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow()
        return possibleActs(house, tx, row, by)
      }),
  })

  /** Lets so many working (or calendar) days go by; what falls due on the way rings. */
  async function pass(wait: Wait): Promise<void> {
    const today = dayOf(clock.town())
    const day = typeof wait === 'number' ? addWorkingDays(calendar, today, wait).due : addDays(today, wait.days)
    if (day === today) return
    await liveUntil(house, clock, day)
    clock.set(day)
  }
  /** Plays acts of the case's story, each at its time. */
  async function play(caseId: string, turns: readonly Turn[]): Promise<void> {
    if (turns[0]?.by !== DISCIPLINE) await clearOffice(house, caseId, cast(DISCIPLINE))
    for (const { after, by, event } of turns) {
      await pass(after)
      const said = typeof event === 'function' ? event(() => caseId) : event
      const actor: Actor = by === REPORTER ? { kind: 'reporter', report: caseOf(caseId).arrived.report } : cast(by)
      await act(house, 'case', caseId, said, actor)
    }
  }

  return {
    ...house,
    house,
    officer,
    pass,
    play,
    /** Someone reports: the text of a story, or another. */
    report: async ({ story: id = STORY, ...said }: Partial<Report> & { story?: string } = {}): Promise<Arrived> => {
      const { text, place, unit, happened, noDispatch = false } = storyOf(id)
      const arrived = await arrive(house, { text, place, unit, happened, noDispatch, ...said })
      cases.set(arrived.caseId, { arrived, story: id, driven: 0 })
      return arrived
    },
    /** An officer by role (the first of the town who has it) or by login. */
    as: (name: Role | (string & {})): Hands => hands(officer(name)),
    asReporter: (caseId: string): Hands => hands({ kind: 'reporter', report: caseOf(caseId).arrived.report }),
    /** Who answers the letters about this case. */
    handlers: (caseId: string) => sidesOf(storyOf(caseOf(caseId).story)).handlers,
    /** Brings a case by the ordinary path to a phase; further, where it was driven before. */
    drive: async (caseId: string, phase: keyof typeof TO): Promise<void> => {
      const found = caseOf(caseId)
      const turns = TO[phase](storyOf(found.story))
      await play(caseId, turns.slice(found.driven))
      found.driven = turns.length
    },
    row: (caseId: string) =>
      house.db.selectFrom('case_file').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow(),
    letters: (caseId: string) => inTransaction(house.db, (tx) => listLettersInForce(tx, caseId)),
    /** Tells every case whose date is over, as the worker does each minute. */
    ring: () => ringDeadlines(house),
    /** Does all that waits to be done, as the worker would, without sending mail. */
    drain: () => drain(house),
  }
}
