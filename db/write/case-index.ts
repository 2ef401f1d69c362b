import { type Insertable, sql } from 'kysely'
import type { CaseIndexTable } from '#db/tables/engine.ts'
import type { Transaction } from '#db/transaction.ts'

/** One row a case. `sealed` null: its words do not open, and what it was found by before stays. */
type Entry = Omit<Insertable<CaseIndexTable>, 'changed_in' | 'unreadable'>

/** Puts what cases are found by in place of what it was. Each case once; their rows are locked by the caller. */
export async function upsertIndexEntries(tx: Transaction, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return
  await tx
    .insertInto('search.case_index')
    .values(entries.map((entry) => ({ ...entry, unreadable: entry.sealed === null })))
    .onConflict((taken) =>
      taken.column('case_id').doUpdateSet(({ ref }) => ({
        sealed: sql`coalesce(excluded.sealed, case_index.sealed)`,
        generation: ref('excluded.generation'),
        unreadable: ref('excluded.unreadable'),
        changed_in: sql<string>`pg_current_xact_id()`,
      })),
    )
    .execute()
}

/** Removes what is left of cases that are not there any more. */
export async function deleteOrphanEntries(tx: Transaction): Promise<void> {
  await sql`
    delete from search.case_index
    where not exists (select from case_file where case_file.id = case_index.case_id)`.execute(tx)
}

/** `wait`: cases that somebody else works on are waited for, not passed by. */
export type Which = { after: string | null; most: number; wait: boolean }

/** Cases of which the index holds nothing of this rebuilding, locked. */
export const lockUnindexed = (tx: Transaction, generation: number, { after, most, wait }: Which) =>
  tx
    .selectFrom('case_file')
    .select(['id', 'number'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('search.case_index')
            .select('case_id')
            .whereRef('search.case_index.case_id', '=', 'case_file.id')
            .where('generation', '>=', generation),
        ),
      ),
    )
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .$if(!wait, (query) => query.skipLocked())
    .execute()
