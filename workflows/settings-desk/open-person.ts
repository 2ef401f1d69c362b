import { findLogin } from '#db/read/staff.ts'
import { listUnits } from '#db/read/units.ts'
import type { Transaction } from '#db/transaction.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { propose } from './account-requests.ts'
import { type ChangeOutcome, changeSettings, invalid, type NotChanged } from './change.ts'
import type { Confirmation, Confirmed } from './decide-account.ts'
import { giveSlip } from './give-slip.ts'
import { keepChange } from './keep-change.ts'
import { keepUnenrolled } from './open-account.ts'
import { examinePerson, isLogin, type PersonFault, type PersonProblem, type TypedPerson } from './person-faults.ts'

export type TypedNewPerson = TypedPerson & { login: string }

/** Proposes an account for somebody: it is opened when a second person has confirmed it. */
export const proposePerson = (
  house: House,
  by: Staff,
  typed: TypedNewPerson,
  { request }: { request?: string } = {},
): Promise<ChangeOutcome<PersonProblem>> =>
  changeSettings<ChangeOutcome<PersonProblem>>(house, by, { request, said: typed }, async (tx) => {
    const { login, faults } = await examined(tx, typed)
    if (faults.length > 0) return invalid(faults)
    const said = { ...typed, login, roles: [...typed.roles] }
    return propose(house, tx, by, { act: 'open', staffId: null, login, said })
  })

/** Opens the account that was proposed, and makes the slip for its owner. */
export async function confirmOpening({
  house,
  tx,
  by,
  request,
  said,
}: Confirmation<'open'>): Promise<Confirmed | NotChanged> {
  const { login, person, faults } = await examined(tx, said)
  if (faults.length > 0) return invalid(faults)
  const maker = { set_up_by: request.proposed_by ?? 'terminal', set_up_on: dayOf(house.clock.town()) }
  const id = await keepUnenrolled(tx, { login, ...person }, maker)
  const after = { login, ...person, proposedBy: request.proposed_by }
  await keepChange(house, tx, by, 'openAccount', { subject: id, before: null, after })
  return { kind: 'changed', id, revision: 1, slip: await giveSlip(house, tx, id, request.id) }
}

async function examined(tx: Transaction, { login: typed, ...more }: TypedNewPerson) {
  const login = typed.trim()
  const { person, faults } = examinePerson(more, await listUnits(tx))
  const about: PersonFault[] = isLogin(login) ? [] : [{ field: 'login', problem: login === '' ? 'missing' : 'wrong' }]
  if (about.length === 0 && (await findLogin(tx, login))) about.push({ field: 'login', problem: 'loginTaken' })
  return { login, person, faults: [...about, ...faults] }
}
