import type { ColumnType, Generated } from 'kysely'
import type { DayColumn, DayColumnOrNull, SealedColumn, SealedColumnOrNull } from './sealed.ts'

/** A data key, wrapped by the master key. Destroying the row erases what it sealed, in every backup. */
export interface DataKeyTable {
  id: string
  purpose: 'case' | 'typicalCase' | 'quarantine' | 'import'
  wrapped: Buffer
}

/** The unit of work. Everything here is what queues sort and filter by; every word said is sealed elsewhere. */
export interface CaseTable {
  id: string
  number: string
  kind: string | null
  complexity: 'easy' | 'standard' | 'complex' | null
  /** the machine's snapshot */
  value: ColumnType<unknown, string, string>
  context: ColumnType<unknown, string, string>
  machine_version: number
  revision: number
  /** dotted life value, e.g. `triage.open`, `rectifying`: what queues filter by */
  life: string
  holder: string | null
  /** where it happened, once a clerk has named it */
  place_unit: string | null
  /** units the report accuses, by a clerk's word or (provisional) by what the text names */
  accused: ColumnType<string[], string[], string[]>
  accused_provisional: ColumnType<string[], string[], string[]>
  no_dispatch: boolean
  reprisal: Generated<boolean>
  urgent: Generated<boolean>
  /** no human check was passed: taken in, looked at after the others */
  slow_lane: boolean
  /** no chains: a main case is never itself merged */
  main_case: string | null
  /** the case whose report told of this matter too */
  split_from: ColumnType<string | null, string | null | undefined, never>
  received_on: DayColumn
  accepted_on: DayColumnOrNull
  /** the earliest open date of the case, and its name */
  due_on: DayColumnOrNull
  due_name: string | null
  closed_on: DayColumnOrNull
  /** what a queue is sorted by, from other columns: 0 reprisal, 1 urgent, 2 any other */
  urgency: ColumnType<number, never, never>
  /** `due_on`, or `infinity` */
  due_order: ColumnType<string, never, never>
}

/** What one reporter said, through one channel. No exact time, no address, no agent. */
export interface ReportTable {
  id: string
  case_id: string
  channel: 'web' | 'mailbox' | 'hotline'
  receipt_mac: Buffer
  received_hour: ColumnType<Date, Date, never>
  body: SealedColumn
  place: SealedColumnOrNull
  unit: SealedColumnOrNull
  happened: SealedColumnOrNull
  no_dispatch: boolean
  has_contact: boolean
  /** of a mail: what came with its own words (quotes, forwards, cards, footers), as stretches in JSON */
  folded: SealedColumnOrNull
  /** of a mail: why nothing is sent to whoever wrote it */
  unanswered: ColumnType<string | null, string | null | undefined, string | null>
  /** how often the code was shown for the same form, three times at most */
  shown: Generated<number>
  /** the report, in another case, whose code opens this thread as well */
  split_from: ColumnType<string | null, string | null | undefined, never>
  /** the code has opened the thread once: it is not shown again */
  used: Generated<boolean>
  /** somebody else has seen the code: since then it opens nothing until it is replaced */
  code_exposed_on: ColumnType<string | null, never, string | null>
  /** the day on which another code took the place of one that was seen */
  code_replaced_on: ColumnType<string | null, never, string | null>
  /** the how manieth code this is: what was opened by an earlier one is open no more */
  code_number: Generated<number>
  /** what was said up to here in its own case (by number) and in its main case (by hour) is not shown to who has the code */
  closed_seq: ColumnType<number | null, never, number | null>
  closed_hour: ColumnType<Date | null, never, Date | null>
}

/** One thing said between the reporter and the office, either way. */
export interface MessageTable {
  id: string
  case_id: string
  /** whose thread: null is to every reporter of the case */
  report_id: string | null
  /** order within the case */
  seq: number
  said_by: 'reporter' | 'office'
  /** supplement, question, answer, appeal, reprisal, withdrawal, dispatch, reply, noReply, refusal, redo … */
  about: string
  hour: ColumnType<Date, Date, never>
  body: SealedColumn
}

/** A file in encrypted chunks. `owner_id` is the report, message or result it came with. */
export interface FileTable {
  id: string
  case_id: string
  owner: 'report' | 'message' | 'result'
  owner_id: string
  name: SealedColumn
  type: string
  size: number
  chunks: number
}
export interface FileChunkTable {
  file_id: string
  position: number
  bytes: SealedColumn
}
