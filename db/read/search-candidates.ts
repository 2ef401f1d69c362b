import {
  type AliasedExpression,
  type Expression,
  type ExpressionBuilder,
  type Selectable,
  type SqlBool,
  sql,
} from 'kysely'
import type { SearchTokensTable } from '#db/tables/engine.ts'
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

export type SearchAsked = {
  away: readonly string[]
  reach: SearchReach
  /** a case must have all of them; none: every case that the filter lets through */
  tokens: readonly number[]
  filter: SearchFilter
  after: SearchEnd | null
  most: number
}

/**
 * Cases that may hold what is looked for, newest first: the tokens say so, the words are yet to be read. One that the
 * searcher may not know of, or whose words they do not read, is no candidate.
 */
export function listCandidates(db: Database, asked: SearchAsked) {
  if (asked.tokens.length === 0)
    return narrowed(db, asked)
      .$if(asked.after !== null, (query) => query.where(isBefore('case_file.received_on', 'case_file.id', asked.after)))
      .orderBy('case_file.received_on', 'desc')
      .orderBy('case_file.id', 'desc')
      .limit(asked.most)
      .execute()
  // put in order before anything else is asked of them, so that the few that make a page are looked at, and no more
  const found = newest(db, asked.after)
    .where(holds(columnOf(asked), asked.tokens))
    .offset(0)
    .as('found')
  return among(db, asked, found).limit(asked.most).execute()
}

/**
 * The same among the newest `walk` cases of all: for what so many hold that the index would put thousands in order to show
 * twenty. `end`: the last that was looked at, from where the index goes on; null where there are no older cases.
 */
export async function walkCandidates(db: Database, asked: SearchAsked & { walk: number }) {
  const walked = newest(db, asked.after).limit(asked.walk)
  const rows = await among(db, asked, walked.as('found'))
    .where(holds(`found.${columnOf(asked)}`, asked.tokens))
    .limit(asked.most)
    .execute()
  const furthest = newest(db, asked.after)
    .offset(asked.walk - 1)
    .limit(1)
  const last =
    rows.length < asked.most
      ? await db.selectFrom(furthest.as('last')).select(['received_on', 'case_id as id']).executeTakeFirst()
      : rows.at(-1)
  return { rows, end: last ? { receivedOn: last.received_on, id: last.id } : null }
}

/** The most that can be found: what share of all cases, by the database's own sample, holds the rarest of these tokens. */
export async function findShare(
  db: Database,
  { tokens, reach }: Pick<SearchAsked, 'tokens' | 'reach'>,
): Promise<number> {
  const { rows } = await sql<{ share: number | null }>`
    select min(coalesce(share, 0))::float8 as share
    from unnest(${tokens}::integer[]) as asked (token)
    left join (
      select sampled.token, sampled.share
      from pg_stats, unnest(most_common_elems::text::integer[], most_common_elem_freqs) as sampled (token, share)
      where schemaname = 'search' and tablename = 'search_tokens' and attname = ${columnOf({ reach })}
    ) as known on known.token = asked.token`.execute(db)
  return rows[0]?.share ?? 0
}

const columnOf = ({ reach }: Pick<SearchAsked, 'reach'>) => (reach === 'office' ? 'office_tokens' : 'tokens')

/** The index in the order of results, from behind a case on. */
const newest = (db: Database, after: SearchEnd | null) =>
  db
    .selectFrom('search.search_tokens')
    .select(['case_id', 'received_on', 'tokens', 'office_tokens'])
    .$if(after !== null, (query) => query.where(isBefore('received_on', 'case_id', after)))
    .orderBy('received_on', 'desc')
    .orderBy('case_id', 'desc')

type Found = AliasedExpression<
  Pick<Selectable<SearchTokensTable>, 'case_id' | 'received_on' | 'tokens' | 'office_tokens'>,
  'found'
>
const among = (db: Database, asked: SearchAsked, found: Found) =>
  narrowed(db, asked)
    .innerJoin(found, 'found.case_id', 'case_file.id')
    .$if(typeof asked.reach === 'object', (query) =>
      query.where(({ or }) => or([accuses(asked.reach), holds('found.office_tokens', asked.tokens)])),
    )
    .orderBy('found.received_on', 'desc')
    .orderBy('found.case_id', 'desc')

/** The case of this number, whatever the index holds. */
export const findByNumber = (db: Database, number: string, asked: Pick<SearchAsked, 'away' | 'filter'>) =>
  narrowed(db, asked).where('number', '=', number).executeTakeFirst()

export type Candidate = Awaited<ReturnType<typeof listCandidates>>[number]

const narrowed = (db: Database, { away, filter }: Pick<SearchAsked, 'away' | 'filter'>) =>
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
    accuses({ accusing: [unit] }),
    eb.exists(
      eb.selectFrom('letter').select('letter.id').whereRef('case_id', '=', 'case_file.id').where('unit_id', '=', unit),
    ),
  ])

function accuses(reach: SearchReach): Expression<SqlBool> {
  const units = typeof reach === 'object' ? reach.accusing : []
  return sql<SqlBool>`(case_file.accused && ${units}::uuid[] or case_file.accused_provisional && ${units}::uuid[])`
}

const holds = (column: string, tokens: readonly number[]): Expression<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} @> ${tokens}::integer[]`

const isBefore = (day: string, id: string, end: SearchEnd | null): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.ref(day)}, ${sql.ref(id)}) < (${end?.receivedOn ?? null}::date, ${end?.id ?? null}::uuid)`
