import { lockPerson, markOneTimeSecret, markPassword } from '#db/write/people.ts'
import { deleteSessionsOf } from '#db/write/staff.ts'
import type { House } from '#workflows/house.ts'
import { newOneTimeSecret } from '#workflows/protection/one-time.ts'
import { hashPassword } from '#workflows/protection/password.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { generatePassphrase } from '#workflows/vault/ceremony.ts'
import { type Changed, type NotChanged, unknown } from './change.ts'
import { inTurn } from './in-turn.ts'
import { keepChange } from './keep-change.ts'
import { changedSince } from './meanwhile.ts'
import { sealOneTimeSecret } from './one-time-secret.ts'

export type Secret = 'password' | 'oneTime'
/** What its owner needs from now on, shown this once. */
export type Reset = Changed & { login: string; password: string | null; oneTimeSecret: string | null }

/** Gives an account a new password, or a new one-time secret for a lost phone. Whoever had it open is signed out. */
export async function resetSecret(
  house: House,
  by: Staff,
  id: string,
  which: Secret,
  seen: number | undefined,
): Promise<Reset | NotChanged> {
  const password = which === 'password' ? generatePassphrase() : null
  const passwordHash = password && (await hashPassword(password))
  return inTurn(house.db, async (tx) => {
    const row = await lockPerson(tx, id)
    if (!row || row.disabled) return unknown
    if (row.revision !== seen) return changedSince(house, tx, id, row.revision - (seen ?? 0))
    const oneTimeSecret = which === 'oneTime' ? newOneTimeSecret() : null
    if (passwordHash) await markPassword(tx, id, passwordHash)
    if (oneTimeSecret) await markOneTimeSecret(tx, id, sealOneTimeSecret(house.keys, id, oneTimeSecret))
    await deleteSessionsOf(tx, id)
    await keepChange(house, tx, by, 'resetSecrets', { subject: id, before: null, after: { which } })
    return { kind: 'changed', id, revision: row.revision + 1, login: row.login, password, oneTimeSecret }
  })
}
