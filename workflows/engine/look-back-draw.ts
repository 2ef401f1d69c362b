import { findFirstHash, findSample } from '#db/read/look-back.ts'
import type { Transaction } from '#db/transaction.ts'
import type { CaseRow } from '#db/write/cases.ts'
import { insertLots } from '#db/write/look-back.ts'
import { caseContext, isBurden } from '#workflows/case/context.ts'
import type { CaseEventType } from '#workflows/case/events.ts'
import { type Day } from '#workflows/clock.ts'
import { openSeed } from '#workflows/protection/look-back-seed.ts'
import { isDrawn, lotOf, quarterOf } from '#workflows/protection/look-back-sample.ts'
import type { House } from '#workflows/house.ts'

/** The acts by which a case that was put right may close. */
export const CLOSING: readonly CaseEventType[] = [
  'rate',
  'deadline.lapsed',
  'confirmNoReply',
  'refuseRedo',
  'recordLookBack',
]

type Closing = {
  tx: Transaction
  keys: House['keys']
  row: Pick<CaseRow, 'id' | 'closed_on'>
  acts: readonly { type: string }[]
  today: Day
}

/**
 * The lot of a case that closes now, or null where it is looked at again without one: its quarter is looked back on
 * whole, it was drawn before, or it relapsed once.
 */
async function lotFor({ tx, keys, row, acts, today }: Closing) {
  if (row.closed_on !== null || acts.some(({ type }) => type === 'recordLookBack')) return null
  const sample = await findSample(tx, quarterOf(today))
  if (!sample) return null
  const lot = lotOf(await findFirstHash(tx, row.id))
  return { lot, quarter: sample.quarter, drawn: isDrawn(openSeed(keys, sample), lot, sample.share) }
}

/** Whether a case that closes now is looked at again. */
export const isSampled = async (closing: Closing): Promise<boolean> => (await lotFor(closing))?.drawn ?? true

/** Keeps the lot of a case that is closed now, if it was put right: it will stand in its quarter's list. */
export async function keepLot(closing: Closing, became: unknown): Promise<void> {
  const { finding, withdrawn } = caseContext.parse(became)
  if (!isBurden(finding) || withdrawn) return
  const lot = await lotFor(closing)
  if (lot) await insertLots(closing.tx, [{ ...lot, case_id: closing.row.id }])
}
