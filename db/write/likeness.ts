import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { LikenessTable } from '#db/tables/together.ts'
import type { Transaction } from '#db/transaction.ts'

/** Puts what cases are compared by in place of what it was. Each case once; their rows are locked by the caller. */
export async function upsertLikeness(tx: Transaction, rows: readonly Insertable<LikenessTable>[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('search.likeness')
    .values(rows)
    .onConflict((taken) =>
      taken.column('case_id').doUpdateSet(({ ref }) => ({
        signature: ref('excluded.signature'),
        bands: ref('excluded.bands'),
      })),
    )
    .execute()
}

/** An erased case, or one whose words are too few, is like nothing. */
export async function deleteLikeness(tx: Transaction, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length > 0) await tx.deleteFrom('search.likeness').where('case_id', 'in', caseIds).execute()
}

export async function deleteOrphanLikeness(tx: Transaction): Promise<void> {
  await sql`
    delete from search.likeness
    where not exists (select from case_file where case_file.id = likeness.case_id)`.execute(tx)
}
