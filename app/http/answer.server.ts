import { data } from '@remix-run/node'
import type { Refused, RefusalCode } from '#workflows/engine/refusal.ts'
import { type FormValues, valuesOf } from './form-values.ts'
import { problem } from './problem.ts'

/** Refusals a page shows beside its form, with everything typed still in it. */
export type ShownRefusal = Exclude<RefusalCode, 'unknown' | 'conflict-of-interest' | 'not-your-role'>
export type RefusedForm = {
  refused: Omit<Refused, 'kind' | 'code'> & { code: ShownRefusal }
  typed: FormValues
}

/**
 * What a page answers to a refusal of the engine. Who may not know of a case is told what a stranger is told:
 * there is no such page. Wrong fields and unsettled places answer 422, whatever else stands in the way 409.
 */
export function answerRefused({ code, issues, meanwhile, unsettled }: Refused, form: FormData) {
  if (code === 'unknown' || code === 'conflict-of-interest') throw problem('404')
  if (code === 'not-your-role') throw problem('403')
  const answer: RefusedForm = { refused: { code, issues, meanwhile, unsettled }, typed: valuesOf(form) }
  return data(answer, { status: code === 'invalid' || code === 'unsettled' ? 422 : 409 })
}
