import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/** How many cases there are, and of how many the index holds nothing that this or a later rebuilding wrote. */
export async function countIndexed(db: Database, generation: number): Promise<{ cases: number; missing: number }> {
  const { rows } = await sql<{ cases: number; missing: number }>`
    select count(*)::int as cases,
      (count(*) filter (where search_tokens.case_id is null))::int as missing
    from case_file
    left join search.search_tokens on search_tokens.case_id = case_file.id and generation >= ${generation}`.execute(db)
  return rows[0] ?? { cases: 0, missing: 0 }
}

/** Cases whose indexing is asked for and not done yet. */
export async function countWaitingToBeIndexed(db: Database): Promise<number> {
  const { rows } = await sql<{ cases: number }>`
    select count(distinct case_id)::int as cases from errand where task = 'index-case' and not done`.execute(db)
  return rows[0]?.cases ?? 0
}
