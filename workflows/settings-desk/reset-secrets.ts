import { inTransaction } from '#db/transaction.ts'
import { lockPerson, markOneTimeSecret, markPassword } from '#db/write/people.ts'
import { deleteSessionsOf } from '#db/write/staff.ts'
import type { House } from '#workflows/house.ts'
import { newOneTimeSecret } from '#workflows/protection/one-time.ts'
import { hashPassword } from '#workflows/protection/password.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { generatePassphrase } from '#workflows/vault/ceremony.ts'
import { keepChange } from './keep-change.ts'
import { sealOneTimeSecret } from './one-time-secret.ts'
import type { Gone, Stale } from './person-faults.ts'

export type Secret = 'password' | 'oneTime'
/** What its owner needs from now on, shown this once. */
export type Reset = { kind: 'reset'; login: string; password: string | null; oneTimeSecret: string | null }

/** Gives an account a new password, or a new one-time secret for a lost phone. Whoever had it open is signed out. */
export async function resetSecret(
  house: House,
  by: Staff,
  id: string,
  which: Secret,
  seen: number,
): Promise<Reset | Stale | Gone> {
  const password = which === 'password' ? generatePassphrase() : null
  const passwordHash = password && (await hashPassword(password))
  return inTransaction(house.db, async (tx) => {
    const row = await lockPerson(tx, id)
    if (!row || row.disabled) return { kind: 'gone' }
    if (row.revision !== seen) return { kind: 'stale', revision: row.revision }
    const oneTimeSecret = which === 'oneTime' ? newOneTimeSecret() : null
    if (passwordHash) await markPassword(tx, id, passwordHash)
    if (oneTimeSecret) await markOneTimeSecret(tx, id, sealOneTimeSecret(house.keys, id, oneTimeSecret))
    await deleteSessionsOf(tx, id)
    await keepChange(house, tx, by, 'resetSecrets', { subject: id, before: null, after: { which } })
    return { kind: 'reset', login: row.login, password, oneTimeSecret }
  })
}
