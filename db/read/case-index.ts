import { sql } from 'kysely'
import type { Sealed } from '#db/tables/sealed.ts'
import type { Database } from '#db/transaction.ts'

/** How many cases there are, of how many the index holds nothing that this or a later rebuilding wrote, and how many did not open. */
export async function countIndexed(
  db: Database,
  generation: number,
): Promise<{ cases: number; missing: number; unreadable: number }> {
  const { rows } = await sql<{ cases: number; missing: number; unreadable: number }>`
    select count(*)::int as cases,
      (count(*) filter (where case_index.case_id is null))::int as missing,
      (count(*) filter (where case_index.unreadable))::int as unreadable
    from case_file
    left join search.case_index on case_index.case_id = case_file.id and generation >= ${generation}`.execute(db)
  return rows[0] ?? { cases: 0, missing: 0, unreadable: 0 }
}

/** Cases whose indexing is asked for and not done yet. */
export async function countWaitingToBeIndexed(db: Database): Promise<number> {
  const { rows } = await sql<{ cases: number }>`
    select count(distinct case_id)::int as cases from errand where task = 'index-case' and not done`.execute(db)
  return rows[0]?.cases ?? 0
}

/** From where a process reads on: behind this entry, in the order in which entries were written. */
export type IndexCursor = { changedIn: number; caseId: string }

export type ChangedEntry = {
  case_id: string
  changed_in: number
  received_on: string
  /** null: nothing could ever be read of it */
  sealed: Sealed | null
  /** null: the case was erased */
  wrapped: Buffer | null
}

/**
 * Entries that were written behind `after`, at most so many. `horizon`: whatever this statement could not see yet was or
 * will be written by that transaction or a later one.
 */
export async function listChangedEntries(
  db: Database,
  after: IndexCursor,
  most: number,
): Promise<{ horizon: number; entries: ChangedEntry[] }> {
  const { rows } = await sql<{ horizon: number } & (ChangedEntry | Record<keyof ChangedEntry, null>)>`
    select seen.horizon::text::bigint as horizon, changed.*
    from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) as seen
    left join lateral (
      select case_index.case_id, case_index.changed_in::text::bigint as changed_in, case_file.received_on, sealed, wrapped
      from search.case_index
      join case_file on case_file.id = case_index.case_id
      left join data_key on data_key.id = case_index.case_id
      where (case_index.changed_in, case_index.case_id) > (${String(after.changedIn)}::xid8, ${after.caseId}::uuid)
      order by case_index.changed_in, case_index.case_id
      limit ${most}
    ) as changed on true`.execute(db)
  const entries = rows.flatMap(({ horizon: _, ...row }) => (row.case_id === null ? [] : [row]))
  return { horizon: rows[0]?.horizon ?? 0, entries }
}
