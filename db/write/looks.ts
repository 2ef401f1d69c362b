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

/** Whoever has a case, or a typical case, before their eyes needs no notice of it any more. */
export async function markNoticesAboutRead(
  tx: Transaction,
  staffId: string,
  subject: string,
  day: string,
): Promise<void> {
  await sql`
    update notice set read_on = ${day}::date
    from errand
    where notice.staff_id = ${staffId} and notice.read_on is null and errand.id = notice.errand_id
      and (errand.case_id = ${subject} or errand.payload ->> 'typicalCase' = ${subject}::text)`.execute(tx)
}

/** The same of notices that are about no one case. */
export async function markNamedNoticesRead(
  tx: Transaction,
  staffId: string,
  names: readonly string[],
  day: string,
): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ read_on: day })
    .where('staff_id', '=', staffId)
    .where('read_on', 'is', null)
    .where('name', 'in', names)
    .execute()
}
