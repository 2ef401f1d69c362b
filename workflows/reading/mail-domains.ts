import { listMailDomains } from '#db/read/mail-domains.ts'
import { listUnits } from '#db/read/units.ts'
import type { House } from '#workflows/house.ts'

/** The domains of units' own mailboxes, and the units that may have one. */
export async function readMailDomains({ db }: Pick<House, 'db'>) {
  const units = await listUnits(db)
  return {
    domains: (await listMailDomains(db)).map(({ domain, unit }) => ({ domain, unit })),
    units: units.flatMap(({ id, name, closed_on }) => (closed_on === null ? [{ value: id, label: name }] : [])),
  }
}
