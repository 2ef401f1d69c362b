import { createHash } from 'node:crypto'
import type { Issue, Refused } from '#workflows/engine/refusal.ts'
import { step } from '#workflows/engine/step.ts'
import type { House } from '#workflows/house.ts'
import { readThread, type Thread, type ThreadAct } from '#workflows/reading/thread.ts'
import type { Reporter } from '#workflows/roles/roles.ts'
import type { TypedAct } from './typed-act.ts'

const ACTS: readonly ThreadAct[] = ['supplement', 'appeal', 'withdraw', 'noDispatch', 'reportReprisal', 'rate']
/** A page drawn before anything of this revision was there: it answers only to a form that was taken already. */
const NEVER = -1
/** Officers may move a case, unseen by its reporter, between the reading and the step. */
const MOST_TRIES = 3

export type Done = { thread: Thread | null; refused: Pick<Refused, 'code' | 'issues'> | null }

/**
 * Does what the form says. Only what this reporter could have seen change makes a page stale: what officers do among
 * themselves neither stops an act nor shows. A double click is one act; the same form with other words is another.
 */
export async function doAct(house: House, by: Reporter, form: URLSearchParams, typed: TypedAct): Promise<Done> {
  const type = ACTS.find((act) => act === typed.act)
  if (!type) return { thread: await readThread(house, by), refused: { code: 'not-now' } }
  const missing = missingIn(typed)
  if (missing) return { thread: await readThread(house, by), refused: { code: 'invalid', issues: [missing] } }
  const shown = form.get('seen')
  const request = requestOf(form.get('request'), typed)
  for (let tries = 1; ; tries++) {
    const thread = await readThread(house, by)
    if (!thread) return { thread, refused: { code: 'unknown' } }
    const [caseId, revision] =
      type === 'rate' ? [thread.ratedCaseId, thread.revisions.rated] : [thread.caseId, thread.revisions.own]
    const isAsShown = shown === null || shown === thread.mark
    const asked = { seen: isAsShown ? revision : NEVER, ...(request ? { request } : {}) }
    const outcome = await step(house, 'case', caseId, eventOf(type, typed), by, asked)
    if (outcome.kind === 'moved') return { thread: await readThread(house, by), refused: null }
    if (outcome.code !== 'stale' || !isAsShown || tries === MOST_TRIES)
      return { thread: await readThread(house, by), refused: outcome }
  }
}

function missingIn({ act, sure, satisfied }: TypedAct): Issue | null {
  if (act === 'withdraw' && !sure) return { field: 'sure', problem: 'missing' }
  return act === 'rate' && !satisfied ? { field: 'satisfied', problem: 'missing' } : null
}

function eventOf(
  type: ThreadAct,
  { text, satisfied, consent }: TypedAct,
): { type: ThreadAct } & Partial<Record<keyof TypedAct, unknown>> {
  if (type === 'noDispatch') return { type }
  if (type === 'rate') return { type, satisfied: satisfied === 'yes', consent, text }
  return { type, text }
}

/** The form's own id and what it says: sent again after a change, it is not the act that was answered before. */
const requestOf = (id: string | null, typed: TypedAct): string | null =>
  id &&
  createHash('sha256')
    .update(JSON.stringify([id, typed]))
    .digest('base64url')
