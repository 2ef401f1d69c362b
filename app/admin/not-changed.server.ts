import { data } from '@remix-run/node'
import { type FormValues, valuesOf } from '#app/http/form-values.ts'
import { problem } from '#app/http/problem.ts'
import type { NotChanged } from '#workflows/settings-desk/change.ts'

/** A change of settings that was not made, with everything typed still in it. */
export type NotTaken = { refused: Exclude<NotChanged, { code: 'unknown' }>; typed: FormValues }

/** Wrong fields answer 422; what somebody else changed first answers 409. */
export function answerNotChanged(outcome: NotChanged, form: FormData | URLSearchParams) {
  if (outcome.code === 'unknown') throw problem('404')
  const answer: NotTaken = { refused: outcome, typed: valuesOf(form) }
  return data(answer, { status: outcome.code === 'invalid' ? 422 : 409 })
}
