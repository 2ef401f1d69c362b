import type { Database } from '#db/transaction.ts'

/** The domains of units' own mailboxes, by name, with whose they are. */
export const listMailDomains = (db: Database) =>
  db
    .selectFrom('mail_domain')
    .innerJoin('unit', 'unit.id', 'mail_domain.unit_id')
    .select(['mail_domain.domain', 'mail_domain.unit_id', 'unit.name as unit'])
    .orderBy('mail_domain.domain')
    .execute()

/** Whether one of these domains is a unit's own. */
export async function isUnitDomain(db: Database, domains: readonly string[]): Promise<boolean> {
  const found = await db.selectFrom('mail_domain').select('domain').where('domain', 'in', domains).limit(1).execute()
  return found.length > 0
}
