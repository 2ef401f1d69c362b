import type { ColumnType, Generated } from 'kysely'
import type { DayColumnOrNull, SealedColumn, SealedColumnOrNull } from './sealed.ts'

/** A case fit to teach, drawn from one to four closed cases, with a life of its own. */
export interface TypicalCaseTable {
  id: string
  /** in the public address, given at publication */
  slug: string | null
  value: ColumnType<unknown, string, string>
  context: ColumnType<unknown, string, string>
  machine_version: number
  revision: number
  life: string
  title: SealedColumn
  body: SealedColumn
  published_on: DayColumnOrNull
  /** how often it was corrected after publication */
  corrections: Generated<number>
  authors: ColumnType<string[], string[], string[]>
  approved_by: string | null
}
export interface TypicalCaseSourceTable {
  typical_case_id: string
  case_id: string
}
/** Every saved text of a typical case, oldest first. */
export interface TypicalCaseRevisionTable {
  id: string
  typical_case_id: string
  version: number
  by: string
  at: ColumnType<Date, Date, never>
  title: SealedColumn
  body: SealedColumn
  /** what the public reads about a correction or withdrawal; null for a draft */
  remark: SealedColumnOrNull
}
