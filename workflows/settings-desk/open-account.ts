import { randomUUID } from 'node:crypto'
import type { Transaction } from '#db/transaction.ts'
import { insertStaff, insertStaffRole } from '#db/write/staff.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { newOneTimeSecret } from '#workflows/protection/one-time.ts'
import type { Role } from '#workflows/roles/roles.ts'
import { sealOneTimeSecret } from './one-time-secret.ts'

/** `unit` is the id of the unit where the officer is at home. */
export type NewAccount = {
  login: string
  name: string
  email: string | null
  mobile?: string | null
  unit: string
  roles: readonly Role[]
  password: string
}

/** Stores an account; answers with its id and the one-time secret for its owner's phone, shown this once. */
export async function keepAccount(
  tx: Transaction,
  keys: Keys,
  {
    login,
    name,
    email,
    mobile = null,
    unit,
    roles,
    passwordHash,
  }: Omit<NewAccount, 'password'> & { passwordHash: string },
): Promise<{ id: string; oneTimeSecret: string }> {
  const id = randomUUID()
  const oneTimeSecret = newOneTimeSecret()
  const totp_secret = sealOneTimeSecret(keys, id, oneTimeSecret)
  await insertStaff(tx, { id, login, name, email, mobile, unit_id: unit, password_hash: passwordHash, totp_secret })
  for (const role of roles) await insertStaffRole(tx, { staff_id: id, role })
  return { id, oneTimeSecret }
}

/** Stores an account that nobody can sign in to before its owner has chosen how. `by`: who proposed it, and on which day. */
export async function keepUnenrolled(
  tx: Transaction,
  { roles, unit, ...account }: Omit<NewAccount, 'password'>,
  by: { set_up_by: string; set_up_on: string } | null,
): Promise<string> {
  const id = randomUUID()
  await insertStaff(tx, { id, ...account, unit_id: unit, password_hash: null, ...by })
  for (const role of roles) await insertStaffRole(tx, { staff_id: id, role })
  return id
}
