import { randomUUID } from 'node:crypto'
import type { Transaction } from '#db/transaction.ts'
import { findReport } from '#db/read/cases.ts'
import { type CaseRow, lockCase } from '#db/write/cases.ts'
import { insertNote } from '#db/write/office.ts'
import { insertMessage } from '#db/write/reports.ts'
import type { CaseEvent, CaseEventType } from '#workflows/case/events.ts'
import { type Day, hourOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { type DataKey, type Place, sealText } from '#workflows/protection/cipher.ts'
import type { Actor } from '#workflows/roles/roles.ts'
import type { Situation } from '#workflows/engine/situation.ts'
import type { Issue } from '#workflows/engine/refusal.ts'
import { RefusedInside } from '#workflows/engine/refused-inside.ts'
import type { LetterTrace } from '#workflows/engine/wrote.ts'

/** What one act knows while it writes: the locked case, its key, who acts, and when. */
export type Act = {
  house: House
  tx: Transaction
  row: CaseRow
  key: DataKey
  event: { type: CaseEventType }
  by: Actor
  today: Day
  now: Date
  /** calendar and lengths of dates as they are today */
  rules: Situation['rules']
  /** turned true by sealing words into the case: search must find them */
  heard: { words: boolean }
  /** what the office said to reporters: who wrote by mail is told that there is news */
  told: string[]
  /** the letters that it issued or changed, as they now stand: the record keeps them */
  letters: LetterTrace[]
  /** other cases into which words were sealed: those of reporters whose report was merged with this one */
  elsewhere: Set<string>
}
/** The same, with all that this act carries. */
export type Pass<T extends CaseEventType> = Act & { event: Extract<CaseEvent, { type: T }> }
/**
 * `days`: by how many working days the act moves its date, or after how many the date falls that it sets, where the act
 * says so. `row`: what it changes of the case,
 * which the engine stores with the step itself.
 */
export type Written = { days?: number; row?: Partial<Pick<CaseRow, Changing>> }
type Changing = 'kind' | 'complexity' | 'place_unit' | 'accepted_on'
export type Recorder<T extends CaseEventType> = (pass: Pass<T>) => Promise<Written | undefined | void>
export type Recorders = { [T in CaseEventType]?: Recorder<T> }

/** Seals words for a row of the case. There is no other way in, so that no act can put words past the search. */
export function sealIn(pass: Act, table: string, column: string, row: string, text: string): Buffer {
  pass.heard.words = true
  return sealText(pass.key, { table, column, row }, text)
}

/** The acting officer's id. Permissions let nobody else come this far. */
export function officer(pass: Act): string {
  if (pass.by.kind !== 'staff') throw new Error(`${pass.event.type} is an officer's act`)
  return pass.by.id
}
export function reporting(pass: Act): string {
  if (pass.by.kind !== 'reporter') throw new Error(`${pass.event.type} is a reporter's act`)
  return pass.by.report
}

/** Keeps an officer's words inside the office, under the name of the act. */
export async function keepNote(pass: Act, text: string, about: string = pass.event.type): Promise<void> {
  await writeNote(pass, text, about)
}

/** The same; answers with the note's id. */
export async function writeNote(pass: Act, text: string, about: string = pass.event.type): Promise<string> {
  const id = randomUUID()
  const body = sealIn(pass, 'note', 'body', id, text)
  await insertNote(pass.tx, { id, case_id: pass.row.id, by: officer(pass), about, at: pass.now, body })
  return id
}

/** Says something to every reporter of the case. */
export async function tellReporter(pass: Act, about: string, text: string): Promise<void> {
  pass.told.push(await insertSaid(pass, { report_id: null, said_by: 'office', about, text }))
}

/** Says something to the reporter of one report and to nobody else, in their own case, which may follow this one. */
export async function tellOne(pass: Act, to: Thread, about: string, text: string): Promise<void> {
  pass.told.push(await insertSaid(pass, { report_id: to.report, said_by: 'office', about, text }, to.caseId))
}
export type Thread = { report: string; caseId: string }

/** Keeps what a reporter said, in their own thread: their own case may follow this one. */
export async function hearReporter(pass: Act, about: string, text: string): Promise<void> {
  const report_id = reporting(pass)
  const own = await findReport(pass.tx, report_id)
  await insertSaid(pass, { report_id, said_by: 'reporter', about, text }, own?.case_id)
}

type Said = { report_id: string | null; said_by: 'reporter' | 'office'; about: string; text: string }
async function insertSaid(pass: Act, { text, ...said }: Said, caseId: string = pass.row.id): Promise<string> {
  const id = randomUUID()
  const body =
    caseId === pass.row.id
      ? sealIn(pass, 'message', 'body', id, text)
      : await sealElsewhere(pass, caseId, { table: 'message', column: 'body', row: id }, text)
  await insertMessage(pass.tx, { id, case_id: caseId, ...said, hour: hourOf(pass.now), body })
  return id
}

/** Seals words for another case, held until the transaction ends: it is searched as well. */
async function sealElsewhere(pass: Act, caseId: string, place: Place, text: string): Promise<Buffer> {
  await lockCase(pass.tx, caseId)
  pass.elsewhere.add(caseId)
  return sealText(await caseKey(pass.tx, pass.house.keys, caseId), place, text)
}

/** Stops the act: a field cannot be taken as it is. Everything written so far is undone. */
export function wrong(field: string, problem: Issue['problem'] = 'wrong'): never {
  throw new RefusedInside({ kind: 'refused', code: 'invalid', issues: [{ field, problem }] })
}
