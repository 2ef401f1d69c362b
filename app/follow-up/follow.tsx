import { randomUUID } from 'node:crypto'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readPosted } from '#app/http/uploads.ts'
import { noReceiptCookie, receiptCookie, reporterOf } from '#app/session/receipt-session.server.ts'
import { forAnyone, type Visit } from '#app/session/who-may.server.ts'
import type { Issue } from '#workflows/engine/refusal.ts'
import { openThread } from '#workflows/engine/open-thread.ts'
import { openWithNewCode } from '#workflows/engine/open-with-new-code.ts'
import type { House } from '#workflows/house.ts'
import { printReceipt } from '#workflows/protection/receipt-code.ts'
import { issueSubmission } from '#workflows/protection/submission.ts'
import { matterOf } from '#workflows/reading/matters.ts'
import { readThread, type Thread } from '#workflows/reading/thread.ts'
import { CodeForm } from './code-form.tsx'
import { NewCode } from './new-code.tsx'
import { doAct, type Done } from './reporter-act.server.ts'
import { ThreadPage } from './thread-page.tsx'
import { type TypedAct, typedActIn } from './typed-act.ts'

export const handle = { title: 'followUp:title', reporterScript: true }

/** Where one goes who leaves: a page like any notice board. */
const ELSEWHERE = '/cases'

export type Notice = 'wrong' | 'tooOften' | 'expired' | 'stale' | 'notNow'
export type Answer = {
  thread: Thread | null
  notice: Notice | null
  /** the act that was done, and for a withdrawal whether it closed the matter */
  done: string | null
  mistakes: Issue[]
  typed: TypedAct | null
  /** the code was seen by somebody else: the form's token for another, and that other once it is given */
  exchange: { token: string; code: string | null } | null
}
const NOTHING: Answer = { thread: null, notice: null, done: null, mistakes: [], typed: null, exchange: null }

/** The thread that was opened in this browser in the last quarter of an hour, or none. */
export const loader = forAnyone(async ({ house, request }): Promise<Answer> => {
  const by = reporterOf(house, request)
  return { ...NOTHING, thread: by && (await readThread(house, by)) }
})

/** A code opens the thread; an act is done on the open one; another matter of the same report takes its place; leaving closes it. */
export const action = forAnyone(async (visit) => {
  const { house, request, setCookie } = visit
  const { fields } = await readPosted(request)
  if (fields.get('act') === 'leave') {
    setCookie(noReceiptCookie(house))
    return redirect(ELSEWHERE, 303)
  }
  if (fields.get('act') === 'matter') {
    // the link between the two is asked anew: a number is no way into another's thread
    const by = reporterOf(house, request)
    const other = by && (await matterOf(house, by, Number(fields.get('matter'))))
    if (other) setCookie(receiptCookie(house, other))
    return redirect('/follow', 303)
  }
  if (fields.get('act') === 'newCode') {
    const by = reporterOf(house, request)
    const token = fields.get('token') ?? ''
    const code = by && (await openWithNewCode(house, by, token))
    if (!code) return data<Answer>({ ...NOTHING, notice: 'expired' })
    return data<Answer>({ ...NOTHING, exchange: { token, code: printReceipt(code) } })
  }
  const code = fields.get('receipt')
  const typed = typedActIn(fields)
  if (code !== null) return withCode(visit, code, typed)
  const by = reporterOf(house, request)
  if (!by || !typed) return data<Answer>({ ...NOTHING, notice: 'expired', typed })
  setCookie(receiptCookie(house, by))
  return acted(await doAct(house, by, fields, typed), typed)
})

/**
 * Whatever is not the code of a thread gets the same answer, to the last header: a session for a report that does not
 * exist. Only wrong codes are counted: a flood of them never keeps out who has the right one.
 */
async function withCode({ house, spend, setCookie }: Visit, code: string, typed: TypedAct | null) {
  const opened = await openThread(house, code)
  const by = { kind: 'reporter' as const, report: opened?.report ?? randomUUID(), code: opened?.code ?? 1 }
  const thread = await readThread(house, by)
  if (!thread && !opened && !spend('follow'))
    return data<Answer>({ ...NOTHING, notice: 'tooOften', typed }, { status: 429 })
  setCookie(receiptCookie(house, by))
  if (opened?.isExposed) return data<Answer>({ ...NOTHING, exchange: exchangeFor(house) })
  return data<Answer>({ ...NOTHING, thread, notice: thread ? null : 'wrong', typed })
}

const exchangeFor = ({ keys, clock }: House) => ({ token: issueSubmission(keys, clock.wall()), code: null })

function acted({ thread, refused }: Done, typed: TypedAct) {
  if (!thread) return data<Answer>({ ...NOTHING, notice: 'expired', typed })
  if (!refused) return data<Answer>({ ...NOTHING, thread, done: typed.act })
  const notice = refused.code === 'stale' ? 'stale' : refused.code === 'invalid' ? null : 'notNow'
  const status = notice ? 409 : 422
  return data<Answer>({ ...NOTHING, thread, notice, mistakes: refused.issues ?? [], typed }, { status })
}

/** The thread where it is open, else the one field for the code. */
export default function Follow() {
  const loaded = useLoaderData<Answer>()
  const answer = useActionData<Answer>() ?? loaded
  if (answer.exchange) return <NewCode {...answer.exchange} />
  return answer.thread ? <ThreadPage {...answer} thread={answer.thread} /> : <CodeForm {...answer} />
}
