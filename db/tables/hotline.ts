import type { ColumnType } from 'kysely'
import type { DayColumn, DayColumnOrNull, SealedColumnOrNull } from './sealed.ts'

/** What a report by telephone came from. */
export interface HotlineCallTable {
  report_id: string
  /** keyed: of the sender's order number, or of what was said; the same call is taken in once */
  mark: Buffer
  /** the sender's own number, under the case's key: what its answer is filed under over there */
  order_number: SealedColumnOrNull
  source: 'switchboard' | 'import' | 'push'
  /** what the operator took it for; a clerk decides */
  kind: string | null
  received_on: DayColumn
  /** when the public reply was last written out for the sender */
  answered_on: DayColumnOrNull
}
/** A file of calls: looked at first, then imported row by row. Wall time. */
export interface HotlineImportTable {
  id: string
  by: string
  made_at: ColumnType<Date, Date, never>
  calls: number
  state: 'previewed' | 'running' | 'done' | 'dropped'
}
/** A call of a file, sealed under the import's own data key, whose id is the import's, until it has its outcome. */
export interface HotlineImportRowTable {
  import_id: string
  position: number
  sealed: SealedColumnOrNull
  outcome: 'waiting' | 'report' | 'duplicate' | 'refused'
  reason: string | null
  report_id: string | null
}
/** Which column of a file means what, remembered by the keyed hash of its headings. */
export interface ColumnMappingTable {
  headings: Buffer
  mapping: ColumnType<unknown, string, string>
  changed_by: string
  changed_on: DayColumn
}
