import { randomBytes, randomUUID } from 'node:crypto'
import { findCall } from '#db/read/hotline.ts'
import type { HotlineCallTable } from '#db/tables/hotline.ts'
import { dayOf } from '#workflows/clock.ts'
import { knownRules } from '#workflows/engine/known-rules.ts'
import { withoutReceiptsIn } from '#workflows/engine/without-receipts.ts'
import type { House } from '#workflows/house.ts'
import { sealText } from '#workflows/protection/cipher.ts'
import { accept } from './accept.ts'
import type { CallProblem, CallRefusal, WrittenCall } from './hotline/call.ts'
import { callMark } from './hotline/call-mark.ts'
import { saidBefore, saidNow } from './same-words.ts'

export type IncomingCall = {
  call: WrittenCall & { problem: CallProblem | null }
  source: HotlineCallTable['source']
  /** chosen by an import, so that it finds its report again after a crash */
  id?: string
  /** of a form, whose code is read out to the caller */
  submission?: Buffer
  /** the caller wishes that it not go to their own territory */
  noDispatch?: boolean
}
/**
 * What became of a call. `report`: it is one now; `again`: it was already, from the same form or the same row of an import.
 * `duplicate`: the same call came before, as the report `id`. `refused`: nothing of it is stored; with `otherWords` because
 * its number came before with other words, which are then not here.
 */
export type TakenCall =
  | { outcome: 'report'; id: string; code: string | null; again: boolean }
  | { outcome: 'duplicate'; id: string }
  | { outcome: 'refused'; reason: CallRefusal }

/**
 * The one way in of a call, whatever door it comes by: a report with its mark, and under the case's key the sender's number
 * of it, in one statement or not at all.
 */
export async function takeCall(house: House, { call: said, source, ...more }: IncomingCall): Promise<TakenCall> {
  if (said.problem) return { outcome: 'refused', reason: said.problem }
  // first of all: its mark, its number and its fields are made of what is left
  const call = await withoutReceiptsIn(house, said)
  const { keys, clock } = house
  const { id = randomUUID(), submission = randomBytes(16), noDispatch = false } = more
  // two callers may say the same; only what comes from a file or another system can come twice
  const mark = source === 'switchboard' ? randomBytes(32) : callMark(keys, call)
  const today = dayOf(clock.town())
  const { kinds } = await knownRules(house)
  const kind = kinds.find(({ code, retired }) => code === call.kind && !retired)?.code ?? null
  const report = {
    channel: 'hotline' as const,
    id,
    submission,
    text: call.text,
    place: call.place ?? undefined,
    unit: call.unit ?? undefined,
    happened: call.happened ?? undefined,
    noDispatch,
    files: [],
    lane: 'normal' as const,
  }
  try {
    const { code, again } = await accept(house, report, ({ report: report_id, key }) => ({
      hotline_call: [
        {
          report_id,
          mark,
          order_number:
            call.order === null
              ? null
              : sealText(key, { table: 'hotline_call', column: 'order_number', row: report_id }, call.order),
          source,
          kind,
          received_on: call.day !== null && call.day < today ? call.day : today,
          answered_on: null,
        },
      ],
    }))
    return { outcome: 'report', id, code, again }
  } catch (error) {
    const before = isKnown(error) ? await findCall(house.db, { mark, report: id }) : []
    if (before.some(({ report_id }) => report_id === id)) return { outcome: 'report', id, code: null, again: true }
    const [first] = before
    if (!first) throw error
    if (call.order !== null && !(await isSaid(house, call, first.report_id)))
      return { outcome: 'refused', reason: 'otherWords' }
    return { outcome: 'duplicate', id: first.report_id }
  }
}

const isSaid = async (house: House, call: WrittenCall, report: string): Promise<boolean> =>
  (await saidBefore(house, [report])).get(report) === saidNow(call)

/** What the tables say where a call came before: which of them first is left to chance. */
const ONCE = ['hotline_call_mark_key', 'hotline_call_pkey', 'report_pkey']
const isKnown = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && ONCE.includes(String(error.constraint))
