import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Transaction } from '#db/transaction.ts'
import { findAnsweredRequest, insertAnsweredRequest } from '#db/write/journal.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { inTurn } from './in-turn.ts'
import type { ChangedMeanwhile } from './meanwhile.ts'

/** Why a field cannot be taken, by the name of its words; `with` names what stands in the way. */
export type Fault<Problem extends string = string> = { field: string; problem: Problem; with?: string }
/** `proposed`: nothing is changed yet, a second person has to confirm it. */
export type Changed = { kind: 'changed'; id: string; revision: number; proposed?: boolean | undefined }
export type NotChanged<Problem extends string = string> =
  | { kind: 'refused'; code: 'unknown' }
  | { kind: 'refused'; code: 'invalid'; faults: Fault<Problem>[] }
  | { kind: 'refused'; code: 'stale'; meanwhile: ChangedMeanwhile[] }
export type ChangeOutcome<Problem extends string = string> = Changed | NotChanged<Problem>

export const unknown = { kind: 'refused', code: 'unknown' } as const
export const invalid = <Problem extends string>(faults: Fault<Problem>[]) =>
  ({ kind: 'refused', code: 'invalid', faults }) as const

/**
 * One change of settings in one transaction, one after the other: two administrators never decide on each other's
 * unfinished work. `request` is the form's own id and `said` all it says: a double click gets the first answer again.
 */
export async function changeSettings<Outcome extends ChangeOutcome>(
  { db, clock }: House,
  by: Staff,
  { request, said }: { request?: string; said: unknown },
  change: (tx: Transaction) => Promise<Outcome>,
): Promise<Outcome | Changed> {
  return inTurn(db, async (tx) => {
    const once =
      request &&
      createHash('sha256')
        .update(JSON.stringify([request, said]))
        .digest('base64url')
    const answered = once && (await findAnsweredRequest(tx, by.id, once))
    if (answered) return changed.parse(answered.answer)
    const outcome = await change(tx)
    if (once && outcome.kind === 'changed') {
      const answer = JSON.stringify(outcome)
      await insertAnsweredRequest(tx, { actor: by.id, request: once, answer, on_day: dayOf(clock.wall()) })
    }
    return outcome
  })
}

const changed = z.object({
  kind: z.literal('changed'),
  id: z.string(),
  revision: z.number(),
  proposed: z.boolean().optional(),
})
