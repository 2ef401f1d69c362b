import { sql } from 'kysely'
import type { Sealed } from '#db/tables/sealed.ts'
import type { Database } from '#db/transaction.ts'

/** The columns of a case that hold words someone may look for, in the order in which a case is read. */
export const WORDS = {
  report: ['body', 'place', 'unit', 'happened'],
  message: ['body'],
  rating: ['body'],
  brief: ['body'],
  note: ['body'],
  letter: ['task', 'quality', 'feedback_standard'],
  objection: ['grounds', 'ruling_grounds'],
  extension: ['grounds', 'ruling_grounds'],
  result: ['facts', 'measures', 'effect', 'prevention', 'upkeep', 'returned'],
  reply: ['body'],
} as const
export type WordTable = keyof typeof WORDS
/** Tables that say by which act, or as what, a text was written. */
const ABOUT: readonly string[] = ['message', 'note']

export type SealedText = {
  case_id: string
  table: WordTable
  column: string
  row: string
  /** of a message or note */
  about: string | null
  said_by: 'reporter' | 'office' | null
  sealed: Sealed
}

/** Everything said in some cases, sealed, with the place each text is bound to. */
export async function listSealedTexts(db: Database, caseIds: readonly string[]): Promise<SealedText[]> {
  if (caseIds.length === 0) return []
  const parts = Object.entries(WORDS).map(([table, columns], position) => {
    const cells = columns.map((column) => sql`(${sql.lit(column)}, ${sql.ref(column)})`)
    return sql`
      select ${sql.lit(position)} as position, case_id, ${sql.lit(table)} as table, cell.name as column, id as row,
        ${ABOUT.includes(table) ? sql.ref('about') : sql`null`} as about,
        ${table === 'message' ? sql.ref('said_by') : sql`null`} as said_by, cell.sealed
      from ${sql.table(table)}, lateral (values ${sql.join(cells)}) as cell (name, sealed)
      where case_id = any(${caseIds}::uuid[]) and cell.sealed is not null`
  })
  const { rows } = await sql<SealedText>`${sql.join(parts, sql` union all `)} order by position, row`.execute(db)
  return rows
}

/** The numbers under which letters, orders and referrals were filed, by case. */
export const listLetterNumbers = (db: Database, caseIds: readonly string[]) =>
  numbersIn(db, 'letter', caseIds)
    .unionAll(numbersIn(db, 'supervision_order', caseIds))
    .unionAll(numbersIn(db, 'referral', caseIds))
    .orderBy('year')
    .orderBy('serial')
    .orderBy('number')
    .execute()

const numbersIn = (db: Database, table: 'letter' | 'supervision_order' | 'referral', caseIds: readonly string[]) =>
  db.selectFrom(table).select(['case_id', 'number', 'year', 'serial']).where('case_id', 'in', caseIds)
