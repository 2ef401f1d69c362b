import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { forgetTaken, takeOnce } from '#db/write/hotline.ts'
import { HOUR, hourOf, MINUTE, SECOND } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { parse } from '#workflows/parsers/parsers.ts'
import { writtenCall } from './hotline/written-call.ts'
import { takeCall } from './take-call.ts'

/** The largest body that is read. */
export const MOST_PUSHED_BYTES = 256 * 1024
/** How far a sender's clock may be off, either way. */
const WINDOW = 5 * MINUTE

export type Pushed = { signature: string | null; timestamp: string | null; body: Buffer }
/** All that a sender is ever answered. `id`: the report; the same for the same order number, however often it is sent with the same words. */
export type PushAnswer =
  | { status: 201; outcome: 'report'; reason: null; id: string }
  | { status: 200; outcome: 'duplicate'; reason: null; id: string }
  | {
      status: 401 | 409 | 413 | 422
      outcome: 'refused'
      reason:
        | 'signature'
        | 'timestamp'
        | 'replay'
        | 'tooLarge'
        | 'body'
        | 'oneCall'
        | 'turn'
        | 'empty'
        | 'tooLong'
        | 'otherWords'
      id: null
    }

/**
 * Takes a call that a 12345 platform sends: signed by HMAC over its timestamp and body, within minutes, each signature once.
 * What could not be stored may be sent again as it was. Null where no key is set: there is no such door.
 */
export async function takePushed(house: House, { signature, timestamp, body }: Pushed): Promise<PushAnswer | null> {
  const key = house.settings.hotlinePushKey
  if (key === null) return null
  if (body.length > MOST_PUSHED_BYTES) return refused(413, 'tooLarge')
  if (!isSigned(key, signature, timestamp ?? '', body)) return refused(401, 'signature')
  const sent = instantOf(timestamp ?? '')
  const now = house.clock.wall().getTime()
  if (sent === null || Math.abs(now - sent) > WINDOW) return refused(401, 'timestamp')
  const parsed = await parse('sessions', body)
  if ('stopped' in parsed && parsed.stopped === 'busy') throw new Error('too much waits to be read')
  const calls = 'read' in parsed ? parsed.read : null
  if (!calls) return refused(422, 'body')
  const [spoken, ...more] = calls
  if (!spoken) return refused(422, 'empty')
  if (more.length > 0) return refused(422, 'oneCall')
  const call = writtenCall(spoken)
  if (call.problem) return refused(422, call.problem)
  const digest = createHash('sha256').update(`push\n${timestamp}\n`).update(body).digest()
  // remembered for longer than the window, and no minute of it
  if (!(await takeOnce(house.db, digest, new Date(hourOf(new Date(sent)).getTime() + 2 * HOUR))))
    return refused(409, 'replay')
  try {
    const taken = await takeCall(house, { call, source: 'push' })
    if (taken.outcome === 'refused') return refused(taken.reason === 'otherWords' ? 409 : 422, taken.reason)
    const { id } = taken
    return taken.outcome === 'report'
      ? { status: 201, outcome: 'report', reason: null, id }
      : { status: 200, outcome: 'duplicate', reason: null, id }
  } catch (error) {
    await forgetTaken(house.db, digest).catch(() => null)
    throw error
  }
}

type Refusal = Extract<PushAnswer, { outcome: 'refused' }>
const refused = (status: Refusal['status'], reason: Refusal['reason']): PushAnswer => ({
  status,
  outcome: 'refused',
  reason,
  id: null,
})

function isSigned(key: string, signature: string | null, timestamp: string, body: Buffer): boolean {
  const right = createHmac('sha256', key).update(`${timestamp}.`).update(body).digest()
  const [, hex = ''] = /^sha256=([0-9a-f]{64})$/i.exec(signature?.trim() ?? '') ?? []
  const said = Buffer.from(hex.padEnd(64, '0'), 'hex')
  return timingSafeEqual(right, said) && hex !== ''
}

/** Seconds or milliseconds since 1970, or a time as ISO 8601 writes it. */
function instantOf(timestamp: string): number | null {
  if (/^\d{10}$/.test(timestamp)) return Number(timestamp) * SECOND
  if (/^\d{13}$/.test(timestamp)) return Number(timestamp)
  const at = /^\d{4}-\d\d-\d\dT/.test(timestamp) ? Date.parse(timestamp) : Number.NaN
  return Number.isNaN(at) ? null : at
}
