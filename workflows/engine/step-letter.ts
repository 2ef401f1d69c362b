import { z } from 'zod'
import { findLetterOf } from '#db/read/inbox.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { caseProcedure } from './case-procedure.ts'
import { type Refused, refused } from './refusal.ts'
import { step } from './step.ts'

/** What a unit can do on its letter. */
export const LETTER_ACTS = ['acknowledge', 'object', 'askExtension', 'submitResult', 'answerOrder'] as const
export type LetterActType = (typeof LETTER_ACTS)[number]
/** An act as the form said it, without the track: that is the letter's own. */
export type LetterAct = { type: LetterActType } & Record<string, unknown>
/** A handler learns that it was done; which case, and how often anything was done in it, stays here. */
export type LetterOutcome = { kind: 'moved' } | Refused

/** No row has this id: what is nobody's goes the same way as what is another's, with the same statements. */
const NOBODYS = '00000000-0000-0000-0000-000000000000'

/**
 * Applies a unit's act to the case behind one of its letters in force. Another unit's letter, one out of force, an
 * absent and a malformed id are refused alike as `unknown`.
 *
 * There is no `seen`: the revision counts every step on the case, the other side's and the reporter's too, and would
 * tell the unit that something happened. What is out of date is refused by the machine, a double click by `request`.
 */
export async function stepLetter(
  house: House,
  letterId: string,
  act: LetterAct,
  by: Staff,
  { request }: { request?: string } = {},
): Promise<LetterOutcome> {
  const id = z.uuid().safeParse(letterId).data ?? NOBODYS
  const found = await findLetterOf(house.db, by.unit, by.id, id)
  const isAct = LETTER_ACTS.some((type) => type === act.type)
  const letter = found && !found.superseded && isAct ? found : null
  const event = { ...act, track: letter?.track ?? 'territory' }
  const missing = letter?.lead && act.type === 'submitResult' ? withoutUpkeep(event) : null
  if (missing) return missing
  const outcome = await step(house, 'case', letter?.case_id ?? NOBODYS, event, by, { request })
  if (outcome.kind === 'moved') return { kind: 'moved' }
  return refused(outcome.code, outcome.issues ? { issues: outcome.issues } : {})
}

/** The lead unit also says in one line what both will keep up; told together with whatever else is wrong. */
function withoutUpkeep(event: Record<string, unknown>): Refused | null {
  if (typeof event.upkeep === 'string' && event.upkeep.trim() !== '') return null
  const parsed = caseProcedure.parse(event)
  const others = 'issues' in parsed ? parsed.issues.filter(({ field }) => field !== 'upkeep') : []
  return refused('invalid', { issues: [...others, { field: 'upkeep', problem: 'missing' }] })
}
