import { SECOND } from '#workflows/clock.ts'
import { paceFrom } from './pace.ts'

/** Whoever sends less in a second than this gives way where room is short. */
const SLOW = 128 * 1024
/** And so does whoever has been sending for so long, however fast. */
const LONGEST = 20 * SECOND
/** So long somebody waits for room; so often it is looked whether there is some. */
const PATIENCE = 30 * SECOND
const LOOK = SECOND / 4

/** Somebody whose bytes come in. */
export type Guest = {
  /** Says that bytes came, however many of them are kept. */
  moved(bytes: number): void
  /** Takes room at once. False: there is none, though everybody slow gave way. */
  take(bytes: number): boolean
  /** Takes room as soon as there is some; those first who need the least to come to their end. False: in vain. */
  wait(bytes: number, rest: number): Promise<boolean>
  /** All has come: from now on nobody else's need ends it. */
  arrived(): void
  leave(): void
}
export type Room = { enter(giveWay: () => void): Guest }

type Inside = { held: number; isSafe: boolean; giveWay(): void; rate(): number; sendingFor(): number }
type Waiting = { bytes: number; rest: number; until: number; guest: Inside; go(hasRoom: boolean): void }

/**
 * The memory in which lies what comes in, shared by all who send: what has really come counts, not what was announced.
 * Nobody keeps it by being slow: where it is short, the slowest gives way, and is told so by `giveWay`. `reserve` of it is
 * for one alone of those who wait, so that among many fast ones one after the other comes to its end. `now`: milliseconds
 * that only grow.
 */
export function roomFor(most: number, { reserve = 0, now = () => performance.now() } = {}): Room {
  const inside = new Set<Inside>()
  let waiting: Waiting[] = []
  let first: Inside | null = null
  let look: NodeJS.Timeout | null = null
  const held = () => [...inside].reduce((sum, one) => sum + one.held, 0)

  const mayGo = (one: Inside) => one.held > 0 && !one.isSafe && (one.rate() < SLOW || one.sendingFor() > LONGEST)
  const take = (guest: Inside, bytes: number): boolean => {
    let free = most - reserve - held()
    if (free < bytes) {
      const slow = [...inside].filter((one) => one !== guest && mayGo(one))
      for (const one of slow.sort((a, b) => a.rate() - b.rate())) {
        if (free >= bytes) break
        free += one.held
        one.held = 0
        if (first === one) first = null
        one.giveWay()
      }
    }
    const isAlone = [...inside].every((one) => one === guest || one.held === 0)
    if (free < bytes && !isAlone) return false
    guest.held += bytes
    return true
  }
  const takeOrGoFirst = (guest: Inside, bytes: number): boolean => {
    if (take(guest, bytes)) return true
    if (reserve === 0 || (first !== null && first !== guest)) return false
    first = guest
    guest.held += bytes
    return true
  }

  const end = (each: Waiting, hasRoom: boolean) => {
    waiting = waiting.filter((one) => one !== each)
    each.go(hasRoom)
  }
  const serve = () => {
    for (const each of waiting.filter(({ until }) => until <= now())) end(each, false)
    for (const each of waiting.toSorted((one, other) => one.rest - other.rest))
      if (takeOrGoFirst(each.guest, each.bytes)) end(each, true)
    if (waiting.length > 0 || !look) return
    clearInterval(look)
    look = null
  }

  return {
    enter: (giveWay) => {
      const pace = paceFrom(now)
      const guest: Inside = { held: 0, isSafe: false, giveWay, rate: pace.rate, sendingFor: pace.sendingFor }
      inside.add(guest)
      return {
        moved: pace.moved,
        take: (bytes) => take(guest, bytes),
        wait: (bytes, rest) =>
          new Promise((go) => {
            // nothing comes while it waits, and that is not its fault
            guest.isSafe = true
            pace.stop()
            const goOn = (hasRoom: boolean) => {
              guest.isSafe = false
              pace.goOn()
              go(hasRoom)
            }
            waiting.push({ bytes, rest, until: now() + PATIENCE, guest, go: goOn })
            look ??= setInterval(serve, LOOK)
            serve()
          }),
        arrived: () => {
          guest.isSafe = true
        },
        leave: () => {
          inside.delete(guest)
          if (first === guest) first = null
          for (const each of waiting.filter((one) => one.guest === guest)) end(each, false)
          serve()
        },
      }
    },
  }
}
