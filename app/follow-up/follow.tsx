import { createHmac, randomUUID } from 'node:crypto'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { carrying } from '#app/http/typed-in.ts'
import { readPosted } from '#app/http/uploads.ts'
import { endReceiptSession, receiptCookie, reporterOf, turnedCookie } from '#app/session/receipt-session.server.ts'
import { isReadingChoice } from '#app/session/reading-choice.server.ts'
import { forAnyone, type Visit } from '#app/session/who-may.server.ts'
import type { Issue } from '#workflows/engine/refusal.ts'
import { isReceipt, openThread } from '#workflows/engine/open-thread.ts'
import { openWithNewCode } from '#workflows/engine/open-with-new-code.ts'
import type { House } from '#workflows/house.ts'
import { printReceipt } from '#workflows/protection/receipt-code.ts'
import { issueSubmission } from '#workflows/protection/submission.ts'
import { matterOf } from '#workflows/reading/matters.ts'
import { asShown, readThread, type ShownThread, type Thread } from '#workflows/reading/thread.ts'
import type { Reporter } from '#workflows/roles/roles.ts'
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
  thread: ShownThread | null
  notice: Notice | null
  /** the act that was done, and for a withdrawal whether it closed the matter */
  done: string | null
  mistakes: Issue[]
  typed: TypedAct | null
  /** typed into the field for it, and given back when the page is only read otherwise */
  code: string | null
  /** under which the browser keeps what is typed into this thread */
  keep: string | null
  /** the code was seen by somebody else: the form's token for another, and that other once it is given */
  exchange: { token: string; code: string | null } | null
}
const NOTHING: Answer = {
  thread: null,
  notice: null,
  done: null,
  mistakes: [],
  typed: null,
  code: null,
  keep: null,
  exchange: null,
}

/** The thread that was opened in this browser in the last quarter of an hour, or none. */
export const loader = forAnyone(async ({ house, request }): Promise<Answer> => {
  const by = reporterOf(house, request)
  const thread = shown(by && (await readThread(house, by)))
  return { ...NOTHING, ...keeping(house, by, thread), thread }
})

/** A code opens the thread; an act is done on the open one; another matter of the same report takes its place; leaving closes it. */
export const action = forAnyone(async (visit) => {
  const { fields } = await readPosted(visit.request)
  return carrying(visit.house, { fields, files: [] }, () => answerTo(visit, fields))
})

async function answerTo(visit: Visit, fields: URLSearchParams) {
  const { house, request, setCookie } = visit
  if (await isReadingChoice(request, setCookie)) return readOtherwise(visit, fields)
  if (fields.get('act') === 'leave') {
    setCookie(endReceiptSession(house, request))
    return redirect(ELSEWHERE, 303)
  }
  if (fields.get('act') === 'matter') {
    // the link between the two is asked anew: a number is no way into another's thread
    const by = reporterOf(house, request)
    const other = by && (await matterOf(house, by, Number(fields.get('matter'))))
    if (other) setCookie(turnedCookie(house, request, other))
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
  return acted(house, by, await doAct(house, by, fields, typed), typed)
}

/** The same page in another language or size of letters, with what was being typed. */
async function readOtherwise({ house, request }: Visit, fields: URLSearchParams) {
  const typed = typedActIn(fields)
  const code = fields.get('receipt')
  if (code !== null) return data<Answer>({ ...NOTHING, typed, code })
  const by = reporterOf(house, request)
  const thread = shown(by && (await readThread(house, by)))
  return data<Answer>({ ...NOTHING, ...keeping(house, by, thread), thread, typed, notice: thread ? null : 'expired' })
}

/**
 * Whatever is not the code of a thread gets the same answer, to the last header: a session for a report that does not
 * exist. Only wrong codes are counted; those of too many are not looked up. What is no code at all by its own check digit
 * is counted apart, so that no flood of it keeps out who has the right one.
 */
async function withCode({ house, request, spend, giveBack, setCookie }: Visit, code: string, typed: TypedAct | null) {
  const guess = isReceipt(code) ? 'follow' : 'followSlip'
  if (!spend(guess)) return data<Answer>({ ...NOTHING, notice: 'tooOften', typed }, { status: 429 })
  const opened = await openThread(house, code)
  const by = { kind: 'reporter' as const, report: opened?.report ?? randomUUID(), code: opened?.code ?? 1 }
  const thread = shown(await readThread(house, by))
  if (thread || opened) giveBack(guess)
  endReceiptSession(house, request)
  setCookie(receiptCookie(house, by))
  if (opened?.isExposed) return data<Answer>({ ...NOTHING, exchange: exchangeFor(house) })
  return data<Answer>({ ...NOTHING, ...keeping(house, by, thread), thread, notice: thread ? null : 'wrong', typed })
}

/** Names a thread for the browser alone, so that what is typed into one never comes up in another. */
const keeping = ({ keys }: House, by: Reporter | null, thread: ShownThread | null) => ({
  keep:
    by && thread && createHmac('sha256', keys.form).update(`typed into ${by.report}`).digest('base64url').slice(0, 16),
})

const exchangeFor = ({ keys, clock }: House) => ({ token: issueSubmission(keys, clock.wall()), code: null })

const shown = (thread: Thread | null) => thread && asShown(thread)

function acted(house: House, by: Reporter, { thread: read, refused }: Done, typed: TypedAct) {
  const thread = shown(read)
  if (!thread) return data<Answer>({ ...NOTHING, notice: 'expired', typed })
  if (!refused) return data<Answer>({ ...NOTHING, ...keeping(house, by, thread), thread, done: typed.act })
  const notice = refused.code === 'stale' ? 'stale' : refused.code === 'invalid' ? null : 'notNow'
  const status = notice ? 409 : 422
  const mistakes = refused.issues ?? []
  return data<Answer>({ ...NOTHING, ...keeping(house, by, thread), thread, notice, mistakes, typed }, { status })
}

/** The thread where it is open, else the one field for the code. */
export default function Follow() {
  const loaded = useLoaderData<Answer>()
  const answer = useActionData<Answer>() ?? loaded
  if (answer.exchange) return <NewCode {...answer.exchange} />
  return answer.thread ? <ThreadPage {...answer} thread={answer.thread} /> : <CodeForm {...answer} />
}
