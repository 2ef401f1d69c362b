import type { ColumnType, Generated } from 'kysely'
import type { DayColumn, DayColumnOrNull } from './sealed.ts'

export type UnitKind = 'government' | 'department' | 'office' | 'discipline'
export type UnitLevel = 'city' | 'county' | 'township' | 'village'

/** A node of the unit tree. It answers upward twice: to the place (块) and, for a department, to its line (条). */
export interface UnitTable {
  id: string
  code: string
  name: string
  kind: UnitKind
  level: UnitLevel
  /** the government it belongs to, or the government above it; null for the city */
  territory_parent: string | null
  /** the department above it in the line of trade */
  line_parent: string | null
  /** the line of trade by code, e.g. `civilAffairs`; null for governments */
  line: string | null
  /** names by which people call it, to recognise it in a report */
  aliases: Generated<string[]>
  closed_on: DayColumnOrNull
  /** when its people may be written to; null: as the unit above it in place, at last as the town */
  office_hours: ColumnType<unknown, string | null | undefined, string | null>
  revision: Generated<number>
}

/** A kind of burden by code (B11 … B99, OUT), with what follows from it. Names are data. */
export interface KindTable {
  code: string
  aspect: string
  name_zh: string
  name_en: string
  mode: 'verifyFirst' | 'assignToVerify'
  complexity: 'easy' | 'standard' | 'complex'
  /** line codes of the departments usually in charge, most likely first */
  lines: string[]
  /** the clause it rests on, or, for OUT, where to go instead */
  basis_zh: string
  basis_en: string
  position: number
  /** no case gets it any more; those that have it keep it */
  retired: Generated<boolean>
  revision: Generated<number>
}

/** One day of the working-day calendar that is not what its weekday says, or every day of a covered year. */
export interface CalendarDayTable {
  day: ColumnType<string, string, string>
  working: boolean
  /** e.g. 国庆节, or 调休补班 */
  name: string | null
}
/** A day on which the town is closed against the calendar. `version`: of the calendar that first had it, or no longer has it. */
export interface ClosureTable {
  day: DayColumn
  name: string
  version: number
  withdrawn_version: number | null
  by: string
}
/** A year whose notice has been published and stored. `first_version`: of the calendar that first had one for it. */
export interface CalendarYearTable {
  year: number
  version: number
  first_version: Generated<number>
}
