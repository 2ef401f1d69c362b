import { createHash } from 'node:crypto'
import { findReport } from '#db/read/cases.ts'
import { inTransaction } from '#db/transaction.ts'
import { lockReportByReceipt, markReportShown, markReportUsed } from '#db/write/reports.ts'
import { plainForm } from '#workflows/charsets/plain-form.ts'
import { openThread } from '#workflows/engine/open-thread.ts'
import { step } from '#workflows/engine/step.ts'
import type { House } from '#workflows/house.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import { receiptCode, receiptMac } from '#workflows/protection/receipt-code.ts'
import { openSubmission } from '#workflows/protection/submission.ts'
import { turnsOfText } from './hotline/turns-of-text.ts'
import { writtenCall } from './hotline/written-call.ts'
import { REPORT_LIMITS } from './report.ts'
import { takeCall } from './take-call.ts'

/** What an operator keyed in while talking. There is no field for who calls, or from where. */
export const KEYED_FIELDS = ['text', 'kind', 'place', 'unit', 'receipt', 'noDispatch'] as const
export type Keyed = Record<(typeof KEYED_FIELDS)[number], string>
export type KeyedFault =
  | { field: 'text'; problem: 'missing' | 'expired' }
  | { field: 'text' | 'place' | 'unit'; problem: 'tooLong'; length: number; most: number }
  | { field: 'receipt'; problem: 'wrong' | 'tooOften' | 'notNow' }
export type KeyedTaken =
  | { kind: 'report'; code: string | null }
  | { kind: 'supplement' }
  | { kind: 'faults'; faults: KeyedFault[] }

/**
 * Takes in a call as it was keyed: as a new report, or, where the caller has a code, added to theirs. `mayTry`: whether
 * another code is looked up, asked before it is; `wasRight`: told when it was the right one.
 */
export async function takeKeyedCall(
  house: House,
  token: string,
  keyed: Keyed,
  mayTry: () => boolean,
  wasRight: () => void = () => {},
): Promise<KeyedTaken> {
  const faults = faultsOf(keyed)
  const submission = openSubmission(house.keys, token, house.clock.wall())
  if (!submission) faults.push({ field: 'text', problem: 'expired' })
  const { text, kind, place, unit } = keyed
  const call = writtenCall({ turns: turnsOfText(normalText(text)), kind, place, unit })
  if (call.problem === 'empty') faults.unshift({ field: 'text', problem: 'missing' })
  if (call.problem === 'tooLong')
    faults.unshift({ field: 'text', problem: 'tooLong', length: call.text.length, most: REPORT_LIMITS.text })
  if (faults.length > 0 || !submission) return { kind: 'faults', faults }
  if (keyed.receipt.trim() !== '') {
    if (!mayTry()) return { kind: 'faults', faults: [{ field: 'receipt', problem: 'tooOften' }] }
    return addToReport(house, submission, keyed, call, wasRight)
  }
  const noDispatch = Boolean(keyed.noDispatch)
  const taken = await takeCall(house, { call, source: 'switchboard', submission, noDispatch })
  if (taken.outcome !== 'report') throw new Error('a call at the switchboard is nobody’s duplicate')
  return { kind: 'report', code: taken.code }
}

const faultsOf = (keyed: Keyed): KeyedFault[] =>
  (['place', 'unit'] as const).flatMap((field) => {
    const { length } = keyed[field].trim()
    const most = REPORT_LIMITS[field]
    return length > most ? [{ field, problem: 'tooLong' as const, length, most }] : []
  })

type Written = ReturnType<typeof writtenCall>
async function addToReport(
  house: House,
  submission: Buffer,
  { receipt }: Keyed,
  { text, place, unit }: Written,
  wasRight: () => void,
): Promise<KeyedTaken> {
  const refused = (problem: 'wrong' | 'notNow'): KeyedTaken => ({
    kind: 'faults',
    faults: [{ field: 'receipt', problem }],
  })
  const opened = await openThread(house, receipt)
  const report = opened && (await findReport(house.db, opened.report))
  if (!report) return refused('wrong')
  wasRight()
  // somebody else has seen it: nothing is done by it until its holder has another
  if (opened.isExposed) return refused('notNow')
  const said = [place && `地点：${place}`, unit && `反映的单位：${unit}`, text].filter(Boolean).join('\n')
  const by = { kind: 'reporter' as const, report: report.id }
  const request = createHash('sha256').update('keyed\n').update(submission).digest('base64url')
  const outcome = await step(house, 'case', report.case_id, { type: 'supplement', text: said }, by, { request })
  return outcome.kind === 'moved' ? { kind: 'supplement' } : refused('notNow')
}

/** How often one code is read out anew before the caller has said its end back rightly. */
const MOST_READ = 8

export type ReadBack = { kind: 'right' } | { kind: 'wrong'; code: string | null } | { kind: 'expired' }

/** Whether the caller said the last four digits rightly. Then the code is shown no more; else it is there to be read anew. */
export async function readBack(house: House, token: string, lastFour: string): Promise<ReadBack> {
  const submission = openSubmission(house.keys, token, house.clock.wall())
  if (!submission) return { kind: 'expired' }
  const code = receiptCode(house.keys, submission)
  const said = plainForm(lastFour).replace(/\D/g, '')
  return inTransaction(house.db, async (tx): Promise<ReadBack> => {
    const row = await lockReportByReceipt(tx, receiptMac(house.keys, code))
    if (!row) return { kind: 'expired' }
    if (said === code.slice(-4)) {
      await markReportUsed(tx, row.id)
      return { kind: 'right' }
    }
    if (row.used || row.shown >= MOST_READ) return { kind: 'wrong', code: null }
    await markReportShown(tx, row.id)
    return { kind: 'wrong', code }
  })
}
