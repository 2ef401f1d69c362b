import { createHmac } from 'node:crypto'
import { plainForm } from '#workflows/charsets/plain-form.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import type { WrittenCall } from './call.ts'

/**
 * By what a call is known again: the sender's number of it, however wide or spaced it is written, and without one what was
 * said, and of where, whom and when. Keyed, because order numbers can be counted through.
 */
export function callMark(
  keys: Keys,
  { order, text, place, unit, happened }: Pick<WrittenCall, 'order' | 'text' | 'place' | 'unit' | 'happened'>,
): Buffer {
  const about = [place, unit, happened].map((part) => part ?? '').join('\n')
  const words = about.trim() === '' ? text : `${text}\n\n${about}`
  const said = order === null ? words : plainOrder(order)
  return createHmac('sha256', keys.receipt)
    .update(order === null ? 'call said\n' : 'call order\n')
    .update(said)
    .digest()
}

/** A number as it is compared. */
export const plainOrder = (order: string): string => plainForm(order).replace(/\s/g, '').toUpperCase()
