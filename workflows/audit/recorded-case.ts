import type { JournalRow } from '#db/write/journal.ts'
import { type DateTrace, type LetterTrace, OF_CASE, type Wrote } from '#workflows/engine/wrote.ts'

/** What a case must be, by its record alone. */
export type RecordedCase = {
  /** no step is from before the record held what it left behind: what it does not name is not there */
  whole: boolean
  /** where the machine stands */
  value: unknown
  /** what the machine remembers; undefined where the record is older than that it is kept */
  context: unknown
  dates: Map<string, DateTrace>
  /** in the order of their issue */
  letters: Map<string, LetterTrace>
  columns: Record<string, unknown>
}

/** Goes through the steps of a case in order. */
export function recordedCase(rows: readonly Pick<JournalRow, 'to_value' | 'wrote'>[]): RecordedCase {
  const dates = new Map<string, DateTrace>()
  const letters = new Map<string, LetterTrace>()
  const whole = rows.every(({ wrote }) => wrote !== null)
  const columns: Record<string, unknown> = whole ? Object.fromEntries(OF_CASE.map((column) => [column, null])) : {}
  let context: unknown
  for (const { wrote } of rows) {
    const left = (wrote ?? {}) as Wrote
    for (const date of left.dates ?? []) dates.set(date.id, date)
    for (const letter of left.letters ?? []) letters.set(letter.id, letter)
    Object.assign(columns, left.columns)
    context = left.context ?? context
  }
  return { whole, value: rows.at(-1)?.to_value ?? null, context, dates, letters, columns }
}
