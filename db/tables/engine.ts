import type { ColumnType, Generated, RawBuilder } from 'kysely'
import type { DayColumn, DayColumnOrNull, Sealed, SealedColumnOrNull } from './sealed.ts'

/** The append-only, hash-chained record of every step. `app` may insert and read, nothing else. */
export interface JournalTable {
  subject: 'case' | 'typicalCase' | 'settings' | 'mail'
  subject_id: string
  seq: number
  /** to the hour for anonymous acts, exact for staff */
  at: ColumnType<Date, Date, never>
  actor_kind: 'staff' | 'reporter' | 'clock' | 'machine'
  actor_id: string | null
  actor_role: string | null
  type: string
  from_value: ColumnType<unknown, string | null, never>
  to_value: ColumnType<unknown, string | null, never>
  payload: SealedColumnOrNull
  prev_hash: Buffer
  hash: Buffer
  /** of a step of a case: the dates, letters and columns of the case that it left behind, as they then stood */
  wrote: ColumnType<unknown, string | null | undefined, never>
  /** the transaction that wrote the row: a checkpoint takes those that are over */
  xid: ColumnType<string, never, never>
}
/** A stored date under a named rule. One open row per case, name and track. */
export interface DeadlineTable {
  id: string
  case_id: string
  name: string
  track: 'territory' | 'department' | null
  state: 'open' | 'paused' | 'lapsed' | 'cleared'
  set_on: DayColumn
  due_on: DayColumn
  /** length in working (or calendar) days, as the rule gave it */
  days: number
  rule: string
  calendar_version: number
  /** the date reaches a year whose calendar is not published */
  provisional: boolean
  paused_on: DayColumnOrNull
  /** already paused once for a dispute */
  pauses: Generated<number>
  /** the last rung that rang: none, reminder, yellow, red, order, leader */
  rung: Generated<string>
  /** working days before and after, as the rule of the day gave them; null: nobody is late by this date */
  ladder: ColumnType<unknown, unknown, unknown>
  /** the next rung and the day on which it rings; null while the date stands still or is answered */
  next_rung: string | null
  rings_on: DayColumnOrNull
}
/** Something a step asks to be done later, written in the same transaction. */
export interface ErrandTable {
  id: string
  task: string
  /** the same key is the same errand */
  key: string
  case_id: string | null
  /** small closed values only: names and ids */
  payload: ColumnType<unknown, string, string>
  not_before: ColumnType<Date | null, Date | null | undefined, Date | null>
  /** handed to the job queue */
  queued: Generated<boolean>
  done: Generated<boolean>
}
/** An act that was asked for and refused, kept although its transaction rolled back. Staff only: anonymous doors would flood it. */
export interface RefusalTable {
  id: string
  at: ColumnType<Date, Date, never>
  staff_id: string
  subject_id: string
  type: string
  code: string
  xid: ColumnType<string, never, never>
}
/** That an officer saw a case: append-only, written by the reader itself, so nobody can look unseen. */
export interface LookTable {
  id: string
  case_id: string
  staff_id: string
  at: ColumnType<Date, Date, never>
  page: string
  xid: ColumnType<string, never, never>
  /** why, where the case is not theirs; sealed under the case's key */
  reason: ColumnType<Sealed | null, Buffer | null | undefined, never>
}
/** A form's own id with the answer it got, so that a double click returns it again. */
export interface AnsweredRequestTable {
  actor: string
  request: string
  answer: ColumnType<unknown, string, never>
  on_day: DayColumn
}
/** Solved challenges, to take none twice. Unlogged, and holds no address. */
export interface UsedChallengeTable {
  digest: Buffer
  expires_at: ColumnType<Date, Date, never>
}
/** Single rows of the town: `clockOffset`, `town`, `calendarVersion`. */
export interface TownTable {
  name: string
  value: ColumnType<unknown, string, string>
}
/** What a case is found by and compared by, sealed under its own key. A schema of its own, left out of backups. */
export interface CaseIndexTable {
  case_id: string
  /** null where the case could never be read */
  sealed: SealedColumnOrNull
  /** the rebuilding that was newest when the row was written */
  generation: number
  /** a text of the case did not open: it is found by what was sealed before, if anything */
  unreadable: Generated<boolean>
  /** the transaction that wrote the row: processes that hold the index in memory read on from it */
  changed_in: ColumnType<string, RawBuilder<string> | undefined, RawBuilder<string>>
}

/** When each worker last fetched a job of its own. */
export interface WorkerHeartbeatTable {
  worker: string
  at: ColumnType<Date, Date, Date>
}
