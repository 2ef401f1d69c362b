import { listRoles } from '#db/read/staff.ts'
import { listUnits } from '#db/read/units.ts'
import { inTransaction } from '#db/transaction.ts'
import { lockAdministrators, lockPerson, markPersonChanged, replaceRoles } from '#db/write/people.ts'
import { deleteSessionsOf } from '#db/write/staff.ts'
import type { House } from '#workflows/house.ts'
import { ROLES, type Staff } from '#workflows/roles/roles.ts'
import { keepChange } from './keep-change.ts'
import {
  examinePerson,
  type Fault,
  type Faulty,
  type Gone,
  type Person,
  type Stale,
  type TypedPerson,
} from './person-faults.ts'

/**
 * Changes name, address, home unit and roles of an account. Where what somebody may do changes, all they have open ends
 * at once. Nobody changes their own roles or unit, and one administrator always remains.
 */
export async function changePerson(
  house: House,
  by: Staff,
  id: string,
  typed: TypedPerson,
  seen: number,
): Promise<{ kind: 'changed' } | Faulty | Stale | Gone> {
  return inTransaction(house.db, async (tx) => {
    const administrators = await lockAdministrators(tx)
    const row = await lockPerson(tx, id)
    if (!row || row.disabled) return { kind: 'gone' }
    if (row.revision !== seen) return { kind: 'stale', revision: row.revision }
    const held = await listRoles(tx, id)
    const before: Person = {
      name: row.name,
      email: row.email,
      unit: row.unit_id,
      roles: ROLES.filter((role) => held.includes(role)),
    }
    const { person, faults } = examinePerson(typed, await listUnits(tx))
    const standing = person.unit !== before.unit || person.roles.join() !== before.roles.join()
    const all: Fault[] = [...faults]
    if (standing && by.id === id) all.push({ field: 'roles', why: 'notYourself' })
    const isLast = administrators.length === 1 && administrators[0]?.id === id
    if (isLast && !person.roles.includes('administrator')) all.push({ field: 'roles', why: 'lastAdministrator' })
    if (all.length > 0) return { kind: 'faulty', faults: all }
    await markPersonChanged(tx, id, { name: person.name, email: person.email, unit_id: person.unit })
    if (standing) {
      await replaceRoles(tx, id, person.roles)
      await deleteSessionsOf(tx, id)
    }
    await keepChange(house, tx, by, 'changeAccount', { subject: id, before, after: person })
    return { kind: 'changed' }
  })
}
