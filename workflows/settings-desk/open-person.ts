import { findLogin } from '#db/read/staff.ts'
import { listUnits } from '#db/read/units.ts'
import type { House } from '#workflows/house.ts'
import { hashPassword } from '#workflows/protection/password.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { generatePassphrase } from '#workflows/vault/ceremony.ts'
import { type Changed, invalid, type NotChanged } from './change.ts'
import { inTurn } from './in-turn.ts'
import { keepChange } from './keep-change.ts'
import { keepAccount } from './open-account.ts'
import { examinePerson, isLogin, type PersonFault, type PersonProblem, type TypedPerson } from './person-faults.ts'

/** Password and one-time secret of a fresh account, for its owner: shown this once, and stored nowhere in clear. */
export type Opened = Changed & { login: string; password: string; oneTimeSecret: string }

/** Opens an account for somebody, with a first password. Not told again on a second click: then the login is taken. */
export async function openPerson(
  house: House,
  by: Staff,
  { login, ...typed }: TypedPerson & { login: string },
): Promise<Opened | NotChanged<PersonProblem>> {
  const wanted = login.trim()
  const password = generatePassphrase()
  const passwordHash = await hashPassword(password)
  return inTurn(house.db, async (tx) => {
    const { person, faults } = examinePerson(typed, await listUnits(tx))
    const about: PersonFault[] = isLogin(wanted)
      ? []
      : [{ field: 'login', problem: wanted === '' ? 'missing' : 'wrong' }]
    if (about.length === 0 && (await findLogin(tx, wanted))) about.push({ field: 'login', problem: 'loginTaken' })
    if (about.length + faults.length > 0) return invalid([...about, ...faults])
    const made = await keepAccount(tx, house.keys, { login: wanted, ...person, passwordHash })
    await keepChange(house, tx, by, 'openAccount', {
      subject: made.id,
      before: null,
      after: { login: wanted, ...person },
    })
    return { kind: 'changed', revision: 1, login: wanted, password, ...made }
  })
}
