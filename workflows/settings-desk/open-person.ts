import { findLogin } from '#db/read/staff.ts'
import { listUnits } from '#db/read/units.ts'
import { inTransaction } from '#db/transaction.ts'
import type { House } from '#workflows/house.ts'
import { hashPassword } from '#workflows/protection/password.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { generatePassphrase } from '#workflows/vault/ceremony.ts'
import { isUniqueViolation } from './database-says.ts'
import { keepChange } from './keep-change.ts'
import { keepAccount } from './open-account.ts'
import { examinePerson, type Fault, type Faulty, isLogin, type TypedPerson } from './person-faults.ts'

/** Password and one-time secret of a fresh account, for its owner: shown this once, and stored nowhere in clear. */
export type Opened = { kind: 'opened'; id: string; login: string; password: string; oneTimeSecret: string }

/** Opens an account for somebody, with a first password. */
export async function openPerson(
  house: House,
  by: Staff,
  { login, ...typed }: TypedPerson & { login: string },
): Promise<Opened | Faulty> {
  const { person, faults } = examinePerson(typed, await listUnits(house.db))
  const wanted = login.trim()
  const about: Fault[] = isLogin(wanted) ? [] : [{ field: 'login', why: wanted === '' ? 'missing' : 'wrong' }]
  if (about.length === 0 && (await findLogin(house.db, wanted))) about.push({ field: 'login', why: 'loginTaken' })
  if (about.length + faults.length > 0) return { kind: 'faulty', faults: [...about, ...faults] }
  const password = generatePassphrase()
  const passwordHash = await hashPassword(password)
  try {
    return await inTransaction(house.db, async (tx) => {
      const made = await keepAccount(tx, house.keys, { login: wanted, ...person, passwordHash })
      await keepChange(house, tx, by, 'openAccount', {
        subject: made.id,
        before: null,
        after: { login: wanted, ...person },
      })
      return { kind: 'opened', login: wanted, password, ...made }
    })
  } catch (error) {
    // somebody else took the login a moment ago
    if (isUniqueViolation(error)) return { kind: 'faulty', faults: [{ field: 'login', why: 'loginTaken' }] }
    throw error
  }
}
