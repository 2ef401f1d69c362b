import type { ColumnType } from 'kysely'
import type { DayColumn, DayColumnOrNull, SealedColumn } from './sealed.ts'

/** Who has a case open. Unlogged: lost in a crash, and nobody misses it. Wall time. */
export interface OpenPageTable {
  case_id: string
  staff_id: string
  since: ColumnType<Date, Date, never>
  seen_at: ColumnType<Date, Date, Date>
}
/** A colleague named in a note; `revision` is the case's after the note, by which the notice finds it. */
export interface MentionTable {
  note_id: string
  case_id: string
  staff_id: string
  revision: number
}
/** Somebody is away, and who looks after their work meanwhile. Both days included. */
export interface AbsenceTable {
  id: string
  staff_id: string
  deputy_id: string
  from_on: DayColumn
  until_on: DayColumn
  /** back before the last day */
  ended_on: DayColumnOrNull
}
/** A queue as an officer likes it: title and address, sealed under the staff key because people type names into searches. */
export interface SavedViewTable {
  id: string
  staff_id: string
  position: number
  view: SealedColumn
}
