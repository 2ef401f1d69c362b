import { randomUUID } from 'node:crypto'
import type { House } from '#workflows/house.ts'

/** More than any town has readers who leave within a quarter of an hour. Some 10 MB when full. */
const MOST_ENDED = 50_000

type Session = { session: string; process: string; begun: number }

/**
 * The receipt sessions that were left before their time, until that time. In this process's memory and nowhere else, by
 * a number drawn for the session alone: neither a dump nor a log says that anybody was here. Sessions of a process that is
 * gone are over too, because it alone knew which of them had been left.
 */
export function createEndedSessions(now: () => Date, most = MOST_ENDED) {
  const ended = new Map<string, number>()
  const process = randomUUID()
  // of sessions begun before it nobody knows any more which were left
  let forgottenUntil = 0
  return {
    process,
    end(session: string, until: Date) {
      for (const [each, over] of ended) if (over <= now().getTime()) ended.delete(each)
      if (ended.size >= most) {
        ended.clear()
        forgottenUntil = now().getTime()
      }
      ended.set(session, until.getTime())
    },
    isOver: (one: Session) => one.process !== process || one.begun <= forgottenUntil || ended.has(one.session),
    size: () => ended.size,
  }
}

const known = new WeakMap<House, ReturnType<typeof createEndedSessions>>()

/** Those of this house, as long as the process lives. */
export function endedSessionsOf(house: House) {
  const found = known.get(house) ?? createEndedSessions(() => house.clock.wall())
  known.set(house, found)
  return found
}
