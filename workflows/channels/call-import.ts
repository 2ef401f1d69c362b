import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { listTakenMarks } from '#db/read/hotline.ts'
import { inTransaction, type Transaction } from '#db/transaction.ts'
import { insertDataKey } from '#db/write/cases.ts'
import {
  insertHotlineImport,
  insertHotlineImportRows,
  lockHotlineImport,
  markHotlineImport,
} from '#db/write/hotline.ts'
import { HOUR } from '#workflows/clock.ts'
import { ask } from '#workflows/engine/errands.ts'
import { withoutReceiptsIn } from '#workflows/engine/without-receipts.ts'
import type { House } from '#workflows/house.ts'
import { rowPlace, storedCall } from '#workflows/imports/stored-call.ts'
import { type DataKey, newDataKey, sealText } from '#workflows/protection/cipher.ts'
import type { Actor, Staff } from '#workflows/roles/roles.ts'
import { rememberedColumns } from './call-columns.ts'
import { callMark } from './hotline/call-mark.ts'
import { readCallsApart } from './hotline/calls-apart.ts'
import type { FileCall, FileProblem } from './hotline/call-file.ts'
import { saidBefore, saidIn, saidNow } from './same-words.ts'

/** A dry run is good for a day, by the wall clock. */
export const PREVIEW_KEPT = 24 * HOUR
const AT_ONCE = 200

/** `unknown`: the headings of a table of which nobody has said yet what they mean. */
export type CallsPlanned =
  | { kind: 'planned'; id: string }
  | { kind: 'notRead'; problem: FileProblem }
  | { kind: 'unknown'; headings: string[] }

/**
 * Reads a file of calls and says of each what would become of it: nothing is taken yet. The file itself is not kept; of its
 * rows the words that would be stored are, sealed, for the word to take them. `isAsked`: what the columns of a table mean is
 * to be said, known or not.
 */
export async function planCalls(
  house: House,
  by: Staff,
  file: { name: string; bytes: Buffer },
  { isAsked = false } = {},
): Promise<CallsPlanned> {
  let headings: string[] | null = null
  const read = await readCallsApart(
    file.bytes,
    file.name,
    (said) => {
      headings = said
      return rememberedColumns(house)(said)
    },
    { by: by.id },
  )
  if (isAsked && headings) return { kind: 'unknown', headings }
  if ('problem' in read) return { kind: 'notRead', problem: read.problem }
  if ('unknown' in read) return { kind: 'unknown', headings: read.unknown }
  const unkept = await withoutReceiptsIn(house, read.unkept)
  const { id, wrapped, key } = newDataKey(house.keys)
  const first = new Map<string, string>()
  const rows: ReturnType<typeof rowOf>[] = []
  for (let at = 0; at < read.calls.length; at += AT_ONCE) {
    const some = await withoutReceiptsIn(house, read.calls.slice(at, at + AT_ONCE))
    const marks = some.map(({ call }) => callMark(house.keys, call))
    const taken = await listTakenMarks(house.db, marks)
    const before = await saidBefore(house, [...taken.values()])
    for (const [place, each] of some.entries()) {
      const mark = marks[place]?.toString('hex') ?? ''
      const report = taken.get(mark)
      const said = saidIn(each.call)
      const earlier = each.problem ? undefined : first.get(mark)
      if (!each.problem && earlier === undefined) first.set(mark, said)
      const isSaid =
        report === undefined
          ? earlier === said
          : before.get(report) === said || before.get(report) === saidNow(each.call)
      const isOther = each.call.order !== null && !isSaid
      rows.push(rowOf(id, key, each, { before: report, isEarlier: earlier !== undefined, isOther, unkept }))
    }
    // pages are answered in between
    await setImmediate()
  }
  await inTransaction(house.db, async (tx) => {
    await insertDataKey(tx, { id, purpose: 'import', wrapped })
    const made_at = house.clock.wall()
    await insertHotlineImport(tx, { id, by: by.id, made_at, calls: rows.length, state: 'previewed' })
    for (let at = 0; at < rows.length; at += AT_ONCE) await insertHotlineImportRows(tx, rows.slice(at, at + AT_ONCE))
  })
  return { kind: 'planned', id }
}

/** `isOther`: what came under the same number has other words. */
type Known = { before: string | undefined; isEarlier: boolean; isOther: boolean; unkept: string[] | undefined }
function rowOf(
  id: string,
  key: DataKey,
  { row, call, problem }: FileCall,
  { before, isEarlier, isOther, unkept }: Known,
) {
  const base = { import_id: id, position: row }
  const sealed = () => sealText(key, rowPlace(id, row), JSON.stringify(storedCall.parse({ ...call, unkept })))
  const reason = problem ?? ((before !== undefined || isEarlier) && isOther ? ('otherWords' as const) : null)
  if (reason) return { ...base, sealed: sealed(), outcome: 'refused' as const, reason, report_id: null }
  if (before !== undefined)
    return { ...base, sealed: null, outcome: 'duplicate' as const, reason: 'before', report_id: before }
  if (isEarlier) return { ...base, sealed: null, outcome: 'duplicate' as const, reason: 'inFile', report_id: null }
  return { ...base, sealed: sealed(), outcome: 'waiting' as const, reason: null, report_id: randomUUID() }
}

/** Sets out to take the calls of an import that was looked at. False where it is not there to be taken any more. */
export const startImport = (house: House, by: Staff, id: string): Promise<boolean> =>
  decide(house, by, id, async (tx) => {
    await markHotlineImport(tx, id, 'running')
    await askForCalls(tx, by, id, 0)
  })

/** Gives up an import that was looked at: its words go with the next purge, and at once nobody reads them any more. */
export const dropImport = (house: House, by: Staff, id: string): Promise<boolean> =>
  decide(house, by, id, (tx) => markHotlineImport(tx, id, 'dropped'))

const decide = (house: House, by: Staff, id: string, act: (tx: Transaction) => Promise<unknown>) =>
  inTransaction(house.db, async (tx) => {
    const row = await lockHotlineImport(tx, id)
    const isOver = row && row.made_at.getTime() + PREVIEW_KEPT < house.clock.wall().getTime()
    if (!row || row.by !== by.id || row.state !== 'previewed' || isOver) return false
    await act(tx)
    return true
  })

/** Asks the worker for the next rows of an import, from after `last` on. */
export const askForCalls = (tx: Transaction, by: Actor, id: string, last: number): Promise<void> =>
  ask(tx, by, { task: 'take-calls', key: `calls:${id}:${last}`, caseId: null, payload: { import: id } })
