import type { ColumnType, Generated } from 'kysely'
import type { DayColumn, DayColumnOrNull, SealedColumn, SealedColumnOrNull } from './sealed.ts'

/** What a case worker writes inside the office; kept, never overwritten. */
export interface NoteTable {
  id: string
  case_id: string
  by: string
  /** refusal, finding, redo, override, note …: the event type that wrote it */
  about: string
  at: ColumnType<Date, Date, never>
  body: SealedColumn
}
/** The de-identified text that leaves the office, with where it will go. The newest version counts. */
export interface BriefTable {
  id: string
  case_id: string
  version: number
  body: SealedColumn
  by: string
  written_on: DayColumn
  territory_unit: string | null
  department_unit: string | null
  lead: 'territory' | 'department' | null
}
/**
 * A brief as it was announced to the reporter of one report it rests on. It stands for that reporter until they say no
 * or take their report back (`ended`), whatever others say.
 */
export interface BriefAnnouncementTable {
  brief_id: string
  report_id: string
  /** the case of the brief: the main case, where the report was merged */
  case_id: string
  territory_unit: string
  department_unit: string
  object_until: DayColumn
  ended: Generated<boolean>
}
/** One of the two assignments. Every text is sealed; number, unit and dates are what inboxes sort by. */
export interface LetterTable {
  id: string
  case_id: string
  brief_id: string
  track: 'territory' | 'department'
  unit_id: string
  /** 云减负交办〔2026〕17号: sequential per year, given at issue */
  number: string
  year: number
  serial: number
  lead: boolean
  complexity: 'easy' | 'standard' | 'complex'
  task: SealedColumn
  quality: SealedColumn
  feedback_standard: SealedColumn
  issued_by: string
  issued_on: DayColumn
  acknowledged_on: DayColumnOrNull
  /** replaced by a later letter of the same track (ruled away, redo) */
  superseded: Generated<boolean>
}
export interface ObjectionTable {
  id: string
  case_id: string
  letter_id: string
  by: string
  grounds: SealedColumn
  raised_on: DayColumn
  ruling: 'reassigned' | 'confirmed' | null
  ruled_by: string | null
  ruling_grounds: SealedColumnOrNull
}
export interface ExtensionTable {
  id: string
  case_id: string
  letter_id: string
  by: string
  days: number
  grounds: SealedColumn
  asked_on: DayColumn
  granted: boolean | null
  ruled_by: string | null
  ruling_grounds: SealedColumnOrNull
}
/** One page: facts, measures, effect, prevention; the lead unit also says what both will keep up. */
export interface ResultTable {
  id: string
  case_id: string
  letter_id: string
  by: string
  submitted_on: DayColumn
  facts: SealedColumn
  measures: SealedColumn
  effect: SealedColumn
  prevention: SealedColumn
  upkeep: SealedColumnOrNull
  /** sent back: what is missing */
  returned: SealedColumnOrNull
}
export interface ReplyTable {
  id: string
  case_id: string
  /** order within the case: after a redo there is more than one */
  version: number
  by: string
  /** null: a reply; otherwise the stated ground for none (依规不予反馈) */
  ground: string | null
  body: SealedColumn
  state: 'drafted' | 'approved' | 'returned'
  second: string | null
}
export interface RatingTable {
  id: string
  case_id: string
  report_id: string
  satisfied: boolean
  /** it may become a typical case, with all that could identify anyone left out */
  consent: boolean
  hour: ColumnType<Date, Date, never>
  body: SealedColumnOrNull
}
