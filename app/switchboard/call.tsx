import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forStaff } from '#app/session/who-may.server.ts'
import { type Keyed, type KeyedFault, KEYED_FIELDS, readBack, takeKeyedCall } from '#workflows/channels/switchboard.ts'
import { printReceipt } from '#workflows/protection/receipt-code.ts'
import { issueSubmission } from '#workflows/protection/submission.ts'
import { readKindNames } from '#workflows/reading/kinds.ts'
import { CallForm } from './call-form.tsx'
import { CallDone } from './call-done.tsx'
import { OPERATOR_ROLES } from './operator-roles.ts'
import { ReadOut } from './read-out.tsx'

export const handle = { title: 'switchboard:call.title' }

/** A fresh call: its own random bits, from which its code will be derived. */
export const loader = forStaff(OPERATOR_ROLES, async ({ house }) => ({
  submission: issueSubmission(house.keys, house.clock.wall()),
  kinds: await readKindNames(house),
}))

type Answer =
  | { now: 'faults'; faults: KeyedFault[]; typed: Keyed; submission: string | null }
  | { now: 'readOut'; code: string | null; wrong: boolean; submission: string }
  | { now: 'done'; how: 'right' | 'supplement' | 'expired' }

/** Takes the call that was keyed in, or hears the end of its code read back. */
export const action = forStaff(OPERATOR_ROLES, async ({ house, login, request, spend, giveBack }) => {
  const form = await request.formData()
  const said = (field: string) => {
    const value = form.get(field)
    return typeof value === 'string' ? value : ''
  }
  const submission = said('submission')
  if (form.has('lastFour')) {
    const back = await readBack(house, submission, said('lastFour'))
    if (back.kind !== 'wrong') return data<Answer>({ now: 'done', how: back.kind })
    return data<Answer>({ now: 'readOut', code: back.code && printReceipt(back.code), wrong: true, submission })
  }
  const typed = Object.fromEntries(KEYED_FIELDS.map((field) => [field, said(field)])) as Keyed
  const who = `code at the switchboard ${login}`
  const taken = await takeKeyedCall(
    house,
    submission,
    typed,
    () => spend('follow', who),
    () => giveBack('follow', who),
  )
  if (taken.kind === 'supplement') return data<Answer>({ now: 'done', how: 'supplement' })
  if (taken.kind === 'report')
    return data<Answer>({ now: 'readOut', code: taken.code && printReceipt(taken.code), wrong: false, submission })
  const isExpired = taken.faults.some(({ problem }) => problem === 'expired')
  return data<Answer>(
    { now: 'faults', faults: taken.faults, typed, submission: isExpired ? null : submission },
    { status: 422 },
  )
})

/** One call after the other: key it in, read the code out, hear its end, next. */
export default function Call() {
  const { submission, kinds } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.now === 'done') return <CallDone how={answer.how} />
  if (answer?.now === 'readOut') return <ReadOut {...answer} />
  return <CallForm key={submission} kinds={kinds} submission={answer?.submission ?? submission} returned={answer} />
}
