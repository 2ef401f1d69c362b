import { sql } from 'kysely'
import type { Sealed } from '#db/tables/sealed.ts'
import type { Database } from '#db/transaction.ts'

/** The columns of a case that hold words someone may look for. */
const WORDS = {
  report: ['body', 'place', 'unit', 'happened'],
  message: ['body'],
  note: ['body'],
  brief: ['body'],
  letter: ['task', 'quality', 'feedback_standard'],
  objection: ['grounds', 'ruling_grounds'],
  extension: ['grounds', 'ruling_grounds'],
  result: ['facts', 'measures', 'effect', 'prevention', 'upkeep', 'returned'],
  reply: ['body'],
  rating: ['body'],
} as const

export type SealedText = { table: string; column: string; row: string; sealed: Sealed }

/** Everything said in a case, sealed, with the place each text is bound to. */
export async function listSealedTexts(db: Database, caseId: string): Promise<SealedText[]> {
  const columns = Object.entries(WORDS).flatMap(([table, names]) => names.map((column) => ({ table, column })))
  const texts = columns.map(
    ({ table, column }) => sql<SealedText>`
      select ${sql.lit(table)} as table, ${sql.lit(column)} as column, id as row, ${sql.ref(column)} as sealed
      from ${sql.table(table)} where case_id = ${caseId} and ${sql.ref(column)} is not null`,
  )
  const { rows } = await sql<SealedText>`${sql.join(texts, sql` union all `)}`.execute(db)
  return rows
}
