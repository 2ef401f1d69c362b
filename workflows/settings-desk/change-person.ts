import { findPerson, listAdministrators, type PersonRow } from '#db/read/people.ts'
import { listUnits } from '#db/read/units.ts'
import type { Transaction } from '#db/transaction.ts'
import { markSetUp } from '#db/write/accounts.ts'
import { markPersonChanged, replaceRoles } from '#db/write/people.ts'
import { forgiveSendings } from '#db/write/sendings.ts'
import { deleteSessionsOf } from '#db/write/staff.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { ROLES, type Staff } from '#workflows/roles/roles.ts'
import { propose } from './account-requests.ts'
import { askToRelease } from './ask-to-release.ts'
import { type ChangeOutcome, changeSettings, invalid, type NotChanged, unknown } from './change.ts'
import type { Confirmation, Confirmed } from './decide-account.ts'
import { keepChange } from './keep-change.ts'
import { changedSince } from './meanwhile.ts'
import { examinePerson, type Person, type PersonFault, type PersonProblem, type TypedPerson } from './person-faults.ts'

type Examined =
  | { row: PersonRow; before: Person; person: Person; standing: boolean; wider: boolean }
  | { refused: NotChanged<PersonProblem> }

/**
 * Changes name and address of an account at once; its home unit and roles are proposed, for a second person to confirm.
 * Nobody changes their own roles or unit, and one administrator always remains.
 */
export function changePerson(
  house: House,
  by: Staff,
  id: string,
  typed: TypedPerson,
  { seen = 0, request }: { seen?: number; request?: string },
): Promise<ChangeOutcome<PersonProblem>> {
  return changeSettings<ChangeOutcome<PersonProblem>>(house, by, { request, said: [id, typed] }, async (tx) => {
    const examined = await examine(house, tx, by, id, typed, seen)
    if ('refused' in examined) return examined.refused
    const { row, before, person, standing } = examined
    if (JSON.stringify(before) === JSON.stringify(person)) return { kind: 'changed', id, revision: row.revision }
    if (standing) {
      const said = { ...typed, roles: [...typed.roles], seen }
      return propose(house, tx, by, { act: 'change', staffId: id, login: row.login, said })
    }
    await store(tx, id, before, person)
    await keepChange(house, tx, by, 'changeAccount', { subject: id, before, after: person })
    return { kind: 'changed', id, revision: row.revision + 1 }
  })
}

/**
 * Makes the change that was proposed. All that somebody has open ends at once, and cases they may not have in hand any
 * more wait for somebody else. Whoever may do more than before has a new account from now on.
 */
export async function confirmChange({
  house,
  tx,
  by,
  request,
  said,
}: Confirmation<'change'>): Promise<Confirmed | NotChanged> {
  const id = request.staff_id ?? ''
  const examined = await examine(house, tx, by, id, said, said.seen)
  if ('refused' in examined) return examined.refused
  const { row, before, person, wider } = examined
  await store(tx, id, before, person)
  await replaceRoles(tx, id, person.roles)
  if (wider) await markSetUp(tx, id, request.proposed_by ?? 'terminal', dayOf(house.clock.town()))
  await deleteSessionsOf(tx, id)
  await askToRelease(tx, by)
  const after = { ...person, proposedBy: request.proposed_by }
  await keepChange(house, tx, by, 'changeAccount', { subject: id, before, after })
  return { kind: 'changed', id, revision: row.revision + 1 }
}

async function examine(
  house: House,
  tx: Transaction,
  by: Staff,
  id: string,
  typed: TypedPerson,
  seen: number,
): Promise<Examined> {
  const row = await findPerson(tx, id)
  if (!row || row.disabled) return { refused: unknown }
  if (row.revision !== seen) return { refused: await changedSince(house, tx, id, row.revision - seen) }
  const roles = ROLES.filter((role) => row.roles?.includes(role))
  const before: Person = { name: row.name, email: row.email, mobile: row.mobile, unit: row.unit_id, roles }
  const { person, faults } = examinePerson(typed, await listUnits(tx))
  const moved = person.unit !== before.unit
  const standing = moved || person.roles.join() !== before.roles.join()
  const all: PersonFault[] = [...faults]
  if (standing && by.id === id) all.push({ field: 'roles', problem: 'notYourself' })
  const others = (await listAdministrators(tx)).filter((each) => each.id !== id)
  if (roles.includes('administrator') && !person.roles.includes('administrator') && others.length === 0)
    all.push({ field: 'roles', problem: 'lastAdministrator' })
  if (all.length > 0) return { refused: invalid(all) }
  return { row, before, person, standing, wider: moved || person.roles.some((role) => !roles.includes(role)) }
}

async function store(
  tx: Transaction,
  id: string,
  before: Person,
  { name, email, mobile, unit }: Person,
): Promise<void> {
  await markPersonChanged(tx, id, { name, email, mobile, unit_id: unit })
  if (email !== before.email) await forgiveSendings(tx, id, 'mail')
  if (mobile !== before.mobile) await forgiveSendings(tx, id, 'sms')
}
