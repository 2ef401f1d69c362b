import type { ColumnType, Generated } from 'kysely'
import type { DayColumn, DayColumnOrNull, SealedColumn } from './sealed.ts'

/**
 * A unit as it was from a day on: append-only, the newest revision is the unit itself. A unit that was never changed
 * has none; the first change keeps what was before it too, without a day and without anyone.
 */
export interface UnitChangeTable {
  unit_id: string
  revision: number
  valid_from: DayColumnOrNull
  name: string
  territory_parent: string | null
  line_parent: string | null
  line: string | null
  closed_on: DayColumnOrNull
  /** [{opens, closes}]; null: those of the unit above it */
  office_hours: ColumnType<unknown, string | null | undefined, never>
  by: string | null
}
/** A length that an administrator set in place of the catalogue's, for dates given from a day on. */
export interface DeadlineRuleTable {
  id: string
  /** a DeadlineName */
  name: string
  /** null: whatever the kind, whatever the complexity */
  kind: string | null
  complexity: 'easy' | 'standard' | 'complex' | null
  days: number
  /** working days before and after the date; null: as the catalogue says */
  reminder: number | null
  yellow: number | null
  supervision: number | null
  leader: number | null
  valid_from: DayColumn
  ended_on: DayColumnOrNull
  /** the document it rests on */
  source: string
  by: string
}
/** A text officers begin from. `version` is the newest of its `template_version` rows. */
export interface TemplateTable {
  id: string
  purpose: 'refusal' | 'question' | 'letter' | 'reply' | 'noReply'
  kind: string | null
  /** refusal reason, finding, no-reply ground: whatever the purpose chooses by */
  outcome: string | null
  title: string
  version: number
  retired: Generated<boolean>
}
export interface TemplateVersionTable {
  template_id: string
  version: number
  /** field of the act → text with blanks */
  parts: ColumnType<unknown, string, never>
  /** null: came with the software */
  by: string | null
  written_on: DayColumn
}
/** What an import would do, kept between the dry run and the word to do it. Sealed under the staff key. Wall time. */
export interface ImportPlanTable {
  id: string
  subject: 'units' | 'people'
  by: string
  made_at: ColumnType<Date, Date, never>
  plan: SealedColumn
  done: Generated<boolean>
}
/** A case that somebody held when they left, and whose it became: null until it is moved. */
export interface HandedCaseTable {
  staff_id: string
  case_id: string
  /** `overtaken`: somebody else had taken it on by then */
  fate: 'successor' | 'head' | 'inCharge' | 'overtaken' | null
}
