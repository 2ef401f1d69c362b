import { randomUUID } from 'node:crypto'
import { type Database, inTransaction } from '#db/transaction.ts'
import { insertStaff, insertStaffRole } from '#db/write/staff.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { newOneTimeSecret } from '#workflows/protection/one-time.ts'
import { hashPassword } from '#workflows/protection/password.ts'
import type { Role } from '#workflows/roles/roles.ts'
import { sealOneTimeSecret } from './one-time-secret.ts'

/** `unit` is the id of the unit where the officer is at home. */
export type NewAccount = {
  login: string
  name: string
  email: string | null
  unit: string
  roles: readonly Role[]
  password: string
}

/** Opens an account; answers with its id and the one-time secret for its owner's phone, shown this once. */
export async function openAccount(
  { db, keys }: { db: Database; keys: Keys },
  { login, name, email, unit, roles, password }: NewAccount,
): Promise<{ id: string; oneTimeSecret: string }> {
  const id = randomUUID()
  const oneTimeSecret = newOneTimeSecret()
  const password_hash = await hashPassword(password)
  const totp_secret = sealOneTimeSecret(keys, id, oneTimeSecret)
  await inTransaction(db, async (tx) => {
    await insertStaff(tx, { id, login, name, email, unit_id: unit, password_hash, totp_secret })
    for (const role of roles) await insertStaffRole(tx, { staff_id: id, role })
  })
  return { id, oneTimeSecret }
}
