import { createHmac } from 'node:crypto'
import type { Keys } from '#workflows/protection/keys.ts'
import type { WrittenCall } from './call.ts'

/**
 * By what a call is known again: the sender's number of it, however wide or spaced it is written, and without one what was
 * said. Keyed, because order numbers can be counted through.
 */
export function callMark(keys: Keys, { order, text }: Pick<WrittenCall, 'order' | 'text'>): Buffer {
  const said = order === null ? text : order.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  return createHmac('sha256', keys.receipt)
    .update(order === null ? 'call said\n' : 'call order\n')
    .update(said)
    .digest()
}
