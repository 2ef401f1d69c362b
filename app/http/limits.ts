import { createHmac, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { type Clock, HOUR } from '#workflows/clock.ts'
import type { LimitedAct } from './context.ts'

/** `burst` at once, then so many an hour. A workplace behind one address is many people. */
const LIMITS: Record<LimitedAct, { burst: number; perHour: number }> = {
  /** wrong sign-ins of one network, and of one account from wherever */
  signInFrom: { burst: 20, perHour: 60 },
  signInAs: { burst: 10, perHour: 20 },
  /** wrong codes beside the right password: some 200 on the first day, then 96 a day, of a million codes */
  oneTime: { burst: 100, perHour: 4 },
  ownPassword: { burst: 5, perHour: 10 },
  enrol: { burst: 20, perHour: 60 },
  report: { burst: 20, perHour: 60 },
  /** of 10^19 codes: many enough that one network of many people is not shut out by one of them */
  follow: { burst: 300, perHour: 3600 },
  /** what is no code at all, by its own check digit */
  followSlip: { burst: 30, perHour: 120 },
}

/** Buckets kept of each act at most; then the one longest untouched is forgotten. Some 2 MB when full. */
const MOST_BUCKETS = 10_000

type Bucket = { tokens: number; at: number }
export type Limits = {
  spend(act: LimitedAct, who: string): boolean
  giveBack(act: LimitedAct, who: string): void
  size(): number
}

/** Token buckets in memory, on wall time. Their keys are HMACs under a key that dies with the process. */
export function createLimits(clock: Clock, most: number = MOST_BUCKETS): Limits {
  const secret = randomBytes(32)
  // a flood against one act makes no other forget
  const acts = new Map<LimitedAct, Map<string, Bucket>>()
  const change = (act: LimitedAct, who: string, by: -1 | 1): boolean => {
    const buckets = acts.get(act) ?? new Map<string, Bucket>()
    acts.set(act, buckets)
    const key = createHmac('sha256', secret).update(`${act}\n${who}`).digest('base64')
    const { burst, perHour } = LIMITS[act]
    const now = clock.wall().getTime()
    const { tokens, at } = buckets.get(key) ?? { tokens: burst, at: now }
    const filled = Math.min(burst, tokens + (Math.max(0, now - at) / HOUR) * perHour)
    const taken = filled + by >= 0
    // out and in again: the map's order is the order of use
    buckets.delete(key)
    buckets.set(key, { tokens: taken ? Math.min(burst, filled + by) : filled, at: now })
    const oldest = buckets.size > most ? buckets.keys().next() : null
    if (oldest?.value !== undefined) buckets.delete(oldest.value)
    return taken
  }
  return {
    size: () => [...acts.values()].reduce((sum, buckets) => sum + buckets.size, 0),
    spend: (act, who) => change(act, who, -1),
    giveBack: (act, who) => void change(act, who, 1),
  }
}

/** The network an address belongs to: /24, or /48 of IPv6. Never stored, logged or shown. */
export function prefixOf(address: string): string {
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address
  if (!isIPv6(plain)) return plain.split('.').slice(0, 3).join('.')
  const [head = '', tail] = plain.split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  return [...front, ...Array(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back].slice(0, 3).join(':')
}
