import type { DayColumn, DayColumnOrNull, SealedColumn } from './sealed.ts'

/** A supervision order to the unit of one letter. What it says, and what the unit answers, are notes of the case. */
export interface SupervisionOrderTable {
  id: string
  case_id: string
  letter_id: string
  track: 'territory' | 'department'
  unit_id: string
  /** 云减负督办〔2026〕3号: sequential per year */
  number: string
  year: number
  serial: number
  note_id: string
  issued_by: string
  issued_on: DayColumn
  /** until when the unit must answer, as the paper says */
  answer_by: DayColumn
  answer_note_id: string | null
  answered_on: DayColumnOrNull
  settled_by: string | null
  settled_on: DayColumnOrNull
}
/** What left for discipline inspection: a sheet with the least that is needed, kept as it left. */
export interface ReferralTable {
  id: string
  case_id: string
  /** 云减负移送〔2026〕1号: sequential per year */
  number: string
  year: number
  serial: number
  sheet: SealedColumn
  referred_by: string
  referred_on: DayColumn
  concluded_by: string | null
  concluded_on: DayColumnOrNull
}
