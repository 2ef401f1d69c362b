import { randomUUID } from 'node:crypto'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readPosted } from '#app/http/uploads.ts'
import { noReceiptCookie, receiptCookie, reporterOf } from '#app/session/receipt-session.server.ts'
import { forAnyone, type Visit } from '#app/session/who-may.server.ts'
import type { Issue } from '#workflows/engine/refusal.ts'
import { openThread } from '#workflows/engine/open-thread.ts'
import { matterOf } from '#workflows/reading/matters.ts'
import { asShown, readThread, type ShownThread, type Thread } from '#workflows/reading/thread.ts'
import { CodeForm } from './code-form.tsx'
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
}
const NOTHING: Answer = { thread: null, notice: null, done: null, mistakes: [], typed: null }

/** The thread that was opened in this browser in the last quarter of an hour, or none. */
export const loader = forAnyone(async ({ house, request }): Promise<Answer> => {
  const by = reporterOf(house, request)
  return { ...NOTHING, thread: shown(by && (await readThread(house, by))) }
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
    if (other) setCookie(receiptCookie(house, other.report))
    return redirect('/follow', 303)
  }
  const code = fields.get('receipt')
  const typed = typedActIn(fields)
  if (code !== null) return withCode(visit, code, typed)
  const by = reporterOf(house, request)
  if (!by || !typed) return data<Answer>({ ...NOTHING, notice: 'expired', typed })
  setCookie(receiptCookie(house, by.report))
  return acted(await doAct(house, by, fields, typed), typed)
})

/**
 * Whatever is not the code of a thread gets the same answer, to the last header: a session for a report that does not
 * exist. Only wrong codes are counted: a flood of them never keeps out who has the right one.
 */
async function withCode({ house, spend, setCookie }: Visit, code: string, typed: TypedAct | null) {
  const opened = await openThread(house, code)
  const by = { kind: 'reporter' as const, report: opened?.report ?? randomUUID() }
  const thread = shown(await readThread(house, by))
  if (!thread && !spend('follow')) return data<Answer>({ ...NOTHING, notice: 'tooOften', typed }, { status: 429 })
  setCookie(receiptCookie(house, by.report))
  return data<Answer>({ ...NOTHING, thread, notice: thread ? null : 'wrong', typed })
}

const shown = (thread: Thread | null) => thread && asShown(thread)

function acted({ thread: read, refused }: Done, typed: TypedAct) {
  const thread = shown(read)
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
  return answer.thread ? <ThreadPage {...answer} thread={answer.thread} /> : <CodeForm {...answer} />
}
