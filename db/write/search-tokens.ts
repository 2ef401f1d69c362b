import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { SearchTokensTable } from '#db/tables/engine.ts'
import type { Transaction } from '#db/transaction.ts'

/** Puts the search tokens of cases in place of what they were. Each case once; their rows are locked by the caller. */
export async function upsertSearchTokens(
  tx: Transaction,
  rows: readonly Insertable<SearchTokensTable>[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('search.search_tokens')
    .values(rows)
    .onConflict((taken) =>
      taken.column('case_id').doUpdateSet(({ ref }) => ({
        tokens: ref('excluded.tokens'),
        office_tokens: ref('excluded.office_tokens'),
        received_on: ref('excluded.received_on'),
        generation: ref('excluded.generation'),
      })),
    )
    .execute()
}

/** Removes what is left of cases that are not there any more. */
export async function deleteOrphanTokens(tx: Transaction): Promise<void> {
  await sql`
    delete from search.search_tokens
    where not exists (select from case_file where case_file.id = search_tokens.case_id)`.execute(tx)
}

/** `wait`: cases that somebody else works on are waited for, not passed by. */
export type Which = { after: string | null; most: number; wait: boolean }

/** Cases of which the index holds nothing of this rebuilding, locked. */
export const lockUnindexed = (tx: Transaction, generation: number, { after, most, wait }: Which) =>
  tx
    .selectFrom('case_file')
    .select(['id', 'number', 'received_on'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('search.search_tokens')
            .select('case_id')
            .whereRef('search.search_tokens.case_id', '=', 'case_file.id')
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
