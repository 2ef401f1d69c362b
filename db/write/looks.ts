import { randomUUID } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import type { LookTable } from '#db/tables/engine.ts'
import type { Transaction } from '#db/transaction.ts'

/** One look at many cases at once, a row each, as when a ledger is taken out of the house. */
export async function insertLooks(
  tx: Transaction,
  look: Omit<Insertable<LookTable>, 'id' | 'case_id' | 'reason'>,
  caseIds: readonly string[],
): Promise<void> {
  await sql`
    insert into look (id, case_id, staff_id, at, page)
    select gen_random_uuid(), seen, ${look.staff_id}::uuid, ${look.at}::timestamptz, ${look.page}
    from unnest(${caseIds}::uuid[]) as seen`.execute(tx)
}

/** A look with the reason for it; `seal` is told the row in which the reason will stand. */
export async function insertReason(
  tx: Transaction,
  look: Omit<Insertable<LookTable>, 'id' | 'reason'>,
  seal: (id: string) => Buffer,
): Promise<void> {
  const id = randomUUID()
  await tx
    .insertInto('look')
    .values({ ...look, id, reason: seal(id) })
    .execute()
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
