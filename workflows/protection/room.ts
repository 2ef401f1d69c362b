import { SECOND } from '#workflows/clock.ts'

/** Over so long a time it is judged how fast somebody's bytes come. */
const WINDOW = 2 * SECOND
/** Whoever sends less in a second than this gives way where room is short. */
const SLOW = 128 * 1024
/** And so does whoever had room for so long, however fast. */
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
  /** Takes room as soon as there is some, those who need little first. False: it was waited for in vain. */
  wait(bytes: number): Promise<boolean>
  /** All has come: from now on nobody else's need ends it. */
  arrived(): void
  leave(): void
}
export type Room = { enter(giveWay: () => void): Guest }

type Inside = { held: number; since: number | null; arrived: boolean; giveWay(): void; rate(): number }
type Waiting = { bytes: number; until: number; guest: Inside; go(hasRoom: boolean): void }

/**
 * The memory in which lies what comes in, shared by all who send. Nobody keeps it by being slow: where it is short, the
 * slowest gives way, and is told so by `giveWay`. Whoever is alone always has room. `now`: milliseconds that only grow.
 */
export function roomFor(most: number, now: () => number = () => performance.now()): Room {
  const inside = new Set<Inside>()
  let waiting: Waiting[] = []
  let look: NodeJS.Timeout | null = null
  const held = () => [...inside].reduce((sum, one) => sum + one.held, 0)

  const mayGo = (one: Inside) =>
    one.held > 0 && !one.arrived && (one.rate() < SLOW || (one.since !== null && now() - one.since > LONGEST))
  const take = (guest: Inside, bytes: number): boolean => {
    const others = [...inside]
      .filter((one) => one !== guest && mayGo(one))
      .sort((one, next) => one.rate() - next.rate())
    let free = most - held()
    while (free < bytes && others.length > 0) {
      const [slowest] = others.splice(0, 1)
      if (!slowest) break
      free += slowest.held
      slowest.held = 0
      slowest.giveWay()
    }
    const isAlone = [...inside].every((one) => one === guest || one.held === 0)
    if (free < bytes && !isAlone) return false
    guest.held += bytes
    guest.since ??= now()
    return true
  }

  /** The smallest first, and nobody past one who has no room: the room that comes free is for that one. */
  const serve = () => {
    for (const each of waiting.filter(({ until }) => until <= now())) end(each, false)
    for (const each of waiting.toSorted((one, other) => one.bytes - other.bytes)) {
      if (!take(each.guest, each.bytes)) break
      end(each, true)
    }
    if (waiting.length === 0 && look) look = stop(look)
  }
  const end = (each: Waiting, hasRoom: boolean) => {
    waiting = waiting.filter((one) => one !== each)
    each.go(hasRoom)
  }

  return {
    enter: (giveWay) => {
      const pace = paceFrom(now)
      const guest: Inside = { held: 0, since: null, arrived: false, giveWay, rate: pace.rate }
      inside.add(guest)
      return {
        moved: pace.moved,
        take: (bytes) => take(guest, bytes),
        wait: (bytes) =>
          new Promise((go) => {
            // nothing comes while it waits, and that is not its fault
            const goOn = (hasRoom: boolean) => {
              pace.goOn()
              go(hasRoom)
            }
            waiting.push({ bytes, until: now() + PATIENCE, guest, go: goOn })
            look ??= setInterval(serve, LOOK)
            serve()
          }),
        arrived: () => {
          guest.arrived = true
        },
        leave: () => {
          inside.delete(guest)
          for (const each of waiting.filter((one) => one.guest === guest)) end(each, false)
          serve()
        },
      }
    },
  }
}

function stop(timer: NodeJS.Timeout): null {
  clearInterval(timer)
  return null
}

/** Bytes a second over the last whole window, or since; at first nobody is slow. */
function paceFrom(now: () => number) {
  let begun = now()
  let bytes = 0
  let last = Number.POSITIVE_INFINITY
  const turn = () => {
    const passed = now() - begun
    if (passed < WINDOW) return
    last = (bytes * SECOND) / passed
    begun = now()
    bytes = 0
  }
  return {
    moved: (count: number) => {
      turn()
      bytes += count
    },
    /** What came before counts, the time since does not. */
    goOn: () => {
      begun = now()
      bytes = 0
    },
    rate: () => {
      turn()
      return last
    },
  }
}
