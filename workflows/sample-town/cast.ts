import { listAccounts } from '#db/read/staff.ts'
import type { Database } from '#db/transaction.ts'
import { ROLES, type Staff } from '#workflows/roles/roles.ts'
import { PEOPLE } from './data/people.ts'
import { unitId } from './data/unit-id.ts'

/** The people of the town as they stand in the database, by login. Throws for a login nobody has. */
export type Cast = (login: string) => Staff

export async function castOf(db: Database): Promise<Cast> {
  const ids = new Map((await listAccounts(db)).map(({ login, id }) => [login, id]))
  const cast = new Map<string, Staff>()
  for (const { login, roles, unitCode } of PEOPLE) {
    const id = ids.get(login)
    const held = ROLES.filter((role) => roles.includes(role))
    if (id) cast.set(login, { kind: 'staff', id, roles: held, unit: unitId(unitCode) })
  }
  return (login) => {
    const found = cast.get(login)
    if (!found) throw new Error(`nobody signs in as ${login}`)
    return found
  }
}
