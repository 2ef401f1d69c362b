import type { DayColumn, DayColumnOrNull, SealedColumn } from './sealed.ts'

/** What share of the cases closed in a quarter is looked at again, and the seed that draws them. */
export interface LookBackSampleTable {
  /** `2027Q1` */
  quarter: string
  /** hundredths, 1 to 99; a quarter without a row is looked back on whole */
  share: number
  /** sealed until the quarter is over */
  seed: SealedColumn
  /** SHA-256 of the seed, in hex, shown from the first day */
  commitment: string
  fixed_by: string
  fixed_on: DayColumn
  /** the day the seed and the list were shown */
  published_on: DayColumnOrNull
}
/** One place in a quarter's list. */
export interface LookBackLotTable {
  lot: string
  quarter: string
  /** null: fills the list up */
  case_id: string | null
  drawn: boolean
}
