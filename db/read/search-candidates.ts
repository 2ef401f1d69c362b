import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

/** Which cases are looked through; what is left out does not narrow it. */
export type SearchFilter = {
  kind?: string
  lives?: readonly string[]
  /** where it happened: any of these units */
  places?: readonly string[]
  /** accused, or sent a letter */
  unit?: string
  from?: string
  to?: string
  dueBy?: string
}
/** The last case that was looked at: the search goes on behind it, with older ones. */
export type SearchEnd = { receivedOn: string; id: string }
/**
 * What the searcher reads: `all`, what office and units wrote (`office`), or that and the whole of cases that accuse one
 * of some units.
 */
export type SearchReach = 'all' | 'office' | { accusing: readonly string[] }

/** `away`: whose accusation shuts the searcher out. */
export type SearchAsked = { away: readonly string[]; filter: SearchFilter }

/** Every case that the filter lets through, newest first from behind `after` on, at most so many. */
export const listNewest = (db: Database, asked: SearchAsked & { after: SearchEnd | null; most: number }) =>
  narrowed(db, asked)
    .$if(asked.after !== null, (query) => query.where(isBefore('case_file.received_on', 'case_file.id', asked.after)))
    .orderBy('case_file.received_on', 'desc')
    .orderBy('case_file.id', 'desc')
    .limit(asked.most)
    .execute()

/** Those of some cases that the searcher may know of and the filter lets through, newest first. */
export const listAmong = (db: Database, asked: SearchAsked, ids: readonly string[]) =>
  narrowed(db, asked)
    .where(sql<boolean>`case_file.id = any(${ids}::uuid[])`)
    .orderBy('case_file.received_on', 'desc')
    .orderBy('case_file.id', 'desc')
    .execute()

/** The case of this number, whatever the index holds. */
export const findByNumber = (db: Database, number: string, asked: SearchAsked) =>
  narrowed(db, asked).where('number', '=', number).executeTakeFirst()

export type Candidate = Awaited<ReturnType<typeof listNewest>>[number]

const narrowed = (db: Database, { away, filter }: SearchAsked) =>
  db
    .selectFrom('case_file')
    .leftJoin('unit', 'unit.id', 'case_file.place_unit')
    .leftJoin('kind', 'kind.code', 'case_file.kind')
    .select(['case_file.id', 'number', 'life', 'case_file.received_on', 'reprisal', 'urgent'])
    .select(['case_file.kind', 'kind.name_zh', 'kind.name_en', 'unit.name as place'])
    .select(['accused', 'accused_provisional'])
    .where(mayKnow(away))
    .where((eb) => passes(eb, filter))

function passes(eb: ExpressionBuilder<Tables, 'case_file'>, filter: SearchFilter) {
  const { kind, lives, places, unit, from, to, dueBy } = filter
  return eb.and([
    ...(kind ? [eb('case_file.kind', '=', kind)] : []),
    ...(lives ? [eb('case_file.life', 'in', lives)] : []),
    ...(places ? [eb('case_file.place_unit', 'in', places)] : []),
    ...(unit ? [concerns(eb, unit)] : []),
    ...(from ? [eb('case_file.received_on', '>=', from)] : []),
    ...(to ? [eb('case_file.received_on', '<=', to)] : []),
    ...(dueBy ? [eb('case_file.due_on', '<=', dueBy)] : []),
  ])
}

const concerns = (eb: ExpressionBuilder<Tables, 'case_file'>, unit: string) =>
  eb.or([
    sql<SqlBool>`(case_file.accused && ${[unit]}::uuid[] or case_file.accused_provisional && ${[unit]}::uuid[])`,
    eb.exists(
      eb.selectFrom('letter').select('letter.id').whereRef('case_id', '=', 'case_file.id').where('unit_id', '=', unit),
    ),
  ])

const isBefore = (day: string, id: string, end: SearchEnd | null): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.ref(day)}, ${sql.ref(id)}) < (${end?.receivedOn ?? null}::date, ${end?.id ?? null}::uuid)`
