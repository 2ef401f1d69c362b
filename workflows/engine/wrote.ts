import { createHash } from 'node:crypto'
import type { CaseRow } from '#db/write/cases.ts'
import type { DeadlineRow } from '#db/write/deadlines.ts'
import type { LetterRow } from '#db/write/letters.ts'
import { byLength } from '#workflows/protection/by-length.ts'

/** What the record keeps of a date: all but its rungs, which ring without a step. */
const OF_DATE = [
  'id',
  'name',
  'track',
  'state',
  'set_on',
  'due_on',
  'days',
  'rule',
  'calendar_version',
  'provisional',
  'paused_on',
  'pauses',
] as const
/** What it keeps of a letter, beside its texts. That another has taken its place follows from the order of issue. */
const OF_LETTER = [
  'id',
  'brief_id',
  'track',
  'unit_id',
  'number',
  'lead',
  'complexity',
  'issued_by',
  'issued_on',
] as const
/** The columns of a case that only steps change. */
export const OF_CASE = ['kind', 'complexity', 'place_unit', 'accepted_on', 'closed_on'] as const

export type DateTrace = Pick<DeadlineRow, (typeof OF_DATE)[number]>
export type LetterTrace = Pick<LetterRow, (typeof OF_LETTER)[number]> & {
  acknowledged_on: string | null
  texts: string
}
type Columns = Partial<Pick<CaseRow, (typeof OF_CASE)[number]>>

/** What one step of a case left behind beside its state: each as it stood when the step was over. */
export type Wrote = { dates?: DateTrace[]; letters?: LetterTrace[]; columns?: Columns; context?: unknown }

/** The same with nothing in it that says nothing. */
export function wroteOf(left: {
  dates: readonly DeadlineRow[]
  letters?: LetterTrace[]
  columns?: Record<string, unknown>
  context: unknown
}): Wrote {
  const dates = left.dates.map(dateTrace)
  const columns: Columns = left.columns ? pick(left.columns as CaseRow, presentIn(left.columns)) : {}
  return {
    ...(dates.length > 0 && { dates }),
    ...(left.letters?.length && { letters: left.letters }),
    ...(Object.keys(columns).length > 0 && { columns }),
    context: left.context,
  }
}

export const dateTrace = (date: DeadlineRow): DateTrace => pick(date, OF_DATE)

type Letter = Omit<LetterTrace, 'texts' | 'acknowledged_on'> & {
  acknowledged_on?: string | null
  task: Buffer
  quality: Buffer
  feedback_standard: Buffer
}
/** Of its sealed texts a hash: a letter that was put in the place of another is told by it. */
export const letterTrace = (letter: Letter): LetterTrace => ({
  ...pick(letter, OF_LETTER),
  acknowledged_on: letter.acknowledged_on ?? null,
  texts: createHash('sha256')
    .update(byLength('letter', letter.task, letter.quality, letter.feedback_standard))
    .digest('base64'),
})

const presentIn = (columns: object) => OF_CASE.filter((column) => column in columns)

function pick<Row extends object, Column extends keyof Row>(row: Row, columns: readonly Column[]): Pick<Row, Column> {
  return Object.fromEntries(columns.map((column) => [column, row[column]])) as Pick<Row, Column>
}
