import { type Insertable, sql } from 'kysely'
import type { LookTable } from '#db/tables/engine.ts'
import type { Transaction } from '#db/transaction.ts'

/** One look at many cases at once, a row each, as when a ledger is taken out of the house. */
export async function insertLooks(
  tx: Transaction,
  look: Omit<Insertable<LookTable>, 'id' | 'case_id'>,
  caseIds: readonly string[],
): Promise<void> {
  await sql`
    insert into look (id, case_id, staff_id, at, page)
    select gen_random_uuid(), seen, ${look.staff_id}::uuid, ${look.at}::timestamptz, ${look.page}
    from unnest(${caseIds}::uuid[]) as seen`.execute(tx)
}
