import { type Kysely, sql } from 'kysely'

/**
 * The search index is as secret as the text: each case's entry is sealed under the case's own key. The tables of tokens
 * could be read with a few reports of one's own; they go, and every case is indexed anew by the worker.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop table search.search_tokens`.execute(db)
  await sql`drop table search.likeness`.execute(db)
  // sealed bytes do not compress: trying costs more than storing. Processes that hold the index in memory read what has
  // changed since the oldest transaction that they could not see yet
  await sql`
    create table search.case_index (
      case_id uuid primary key,
      sealed bytea,
      generation integer not null,
      unreadable boolean not null default false,
      changed_in xid8 not null default pg_current_xact_id()
    )`.execute(db)
  await sql`alter table search.case_index alter column sealed set storage external`.execute(db)
  await sql`create index case_index_by_change on search.case_index (changed_in, case_id)`.execute(db)
  await sql`
    insert into errand (id, task, key, case_id, payload)
    select gen_random_uuid(), 'index-case', 'index:' || id || ':sealed', id, jsonb_build_object('case', id)
    from case_file`.execute(db)
}
