import { findPerson, listAdministrators } from '#db/read/people.ts'
import { listUnits } from '#db/read/units.ts'
import { markPersonChanged, replaceRoles } from '#db/write/people.ts'
import { forgiveSendings } from '#db/write/sendings.ts'
import { deleteSessionsOf } from '#db/write/staff.ts'
import type { House } from '#workflows/house.ts'
import { ROLES, type Staff } from '#workflows/roles/roles.ts'
import { askToRelease } from './ask-to-release.ts'
import { type ChangeOutcome, changeSettings, invalid, unknown } from './change.ts'
import { keepChange } from './keep-change.ts'
import { changedSince } from './meanwhile.ts'
import { examinePerson, type Person, type PersonFault, type PersonProblem, type TypedPerson } from './person-faults.ts'

/**
 * Changes name, address, home unit and roles of an account. Where what somebody may do changes, all they have open ends
 * at once, and cases they may not have in hand any more wait for somebody else. Nobody changes their own roles or unit,
 * and one administrator always remains.
 */
export function changePerson(
  house: House,
  by: Staff,
  id: string,
  typed: TypedPerson,
  { seen, request }: { seen?: number; request?: string },
): Promise<ChangeOutcome<PersonProblem>> {
  return changeSettings<ChangeOutcome<PersonProblem>>(house, by, { request, said: [id, typed] }, async (tx) => {
    const row = await findPerson(tx, id)
    if (!row || row.disabled) return unknown
    if (row.revision !== seen) return changedSince(house, tx, id, row.revision - (seen ?? 0))
    const roles = ROLES.filter((role) => row.roles?.includes(role))
    const before: Person = { name: row.name, email: row.email, mobile: row.mobile, unit: row.unit_id, roles }
    const { person, faults } = examinePerson(typed, await listUnits(tx))
    const standing = person.unit !== before.unit || person.roles.join() !== before.roles.join()
    const all: PersonFault[] = [...faults]
    if (standing && by.id === id) all.push({ field: 'roles', problem: 'notYourself' })
    const others = (await listAdministrators(tx)).filter((each) => each.id !== id)
    if (roles.includes('administrator') && !person.roles.includes('administrator') && others.length === 0)
      all.push({ field: 'roles', problem: 'lastAdministrator' })
    if (all.length > 0) return invalid(all)
    if (JSON.stringify(before) === JSON.stringify(person)) return { kind: 'changed', id, revision: row.revision }
    const { name, email, mobile, unit: unit_id } = person
    await markPersonChanged(tx, id, { name, email, mobile, unit_id })
    if (email !== before.email) await forgiveSendings(tx, id, 'mail')
    if (mobile !== before.mobile) await forgiveSendings(tx, id, 'sms')
    if (standing) {
      await replaceRoles(tx, id, person.roles)
      await deleteSessionsOf(tx, id)
      await askToRelease(tx, by)
    }
    await keepChange(house, tx, by, 'changeAccount', { subject: id, before, after: person })
    return { kind: 'changed', id, revision: row.revision + 1 }
  })
}
