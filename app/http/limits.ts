import { createHmac, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { type Clock, HOUR } from '#workflows/clock.ts'
import type { LimitedAct } from './context.ts'

/** `burst` at once, then so many an hour. A workplace behind one address is many people. */
const LIMITS: Record<LimitedAct, { burst: number; perHour: number }> = {
  signIn: { burst: 20, perHour: 60 },
  oneTime: { burst: 5, perHour: 10 },
  report: { burst: 20, perHour: 60 },
  follow: { burst: 30, perHour: 120 },
}

/** Buckets kept at most; then the one longest untouched is forgotten. Some 10 MB when full. */
const MOST_BUCKETS = 50_000

type Bucket = { tokens: number; at: number }
export type Limits = { spend(act: LimitedAct, who: string): boolean; size(): number }

/** Token buckets in memory, on wall time. Their keys are HMACs under a key that dies with the process. */
export function createLimits(clock: Clock, most: number = MOST_BUCKETS): Limits {
  const secret = randomBytes(32)
  const buckets = new Map<string, Bucket>()
  return {
    size: () => buckets.size,
    spend: (act, who) => {
      const key = createHmac('sha256', secret).update(`${act}\n${who}`).digest('base64')
      const { burst, perHour } = LIMITS[act]
      const now = clock.wall().getTime()
      const { tokens, at } = buckets.get(key) ?? { tokens: burst, at: now }
      const filled = Math.min(burst, tokens + (Math.max(0, now - at) / HOUR) * perHour)
      // out and in again: the map's order is the order of use
      buckets.delete(key)
      buckets.set(key, { tokens: filled >= 1 ? filled - 1 : filled, at: now })
      const oldest = buckets.size > most ? buckets.keys().next() : null
      if (oldest?.value !== undefined) buckets.delete(oldest.value)
      return filled >= 1
    },
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
