import type { DayColumn } from './sealed.ts'

/** One number of the newest snapshot. */
export interface FigureSnapshotTable {
  audience: 'public' | 'leaders'
  /** what is counted, by name */
  cell: string
  taken_on: DayColumn
  /** a multiple of five; null where the number is too small to be told */
  shown: number | null
  /** the count when `shown` last changed; leaves the house never */
  counted: number
  /** how far the count must be from that before `shown` changes */
  step: number
}
