import { createHash, randomBytes } from 'node:crypto'
import { findAccount, listRoles } from '#db/read/staff.ts'
import { inTransaction } from '#db/transaction.ts'
import { deleteSession, deleteSpentSessions, insertSession, markOneTimeStep } from '#db/write/staff.ts'
import type { House } from '#workflows/house.ts'
import { checkOneTime } from '#workflows/protection/one-time.ts'
import { verifyPassword } from '#workflows/protection/password.ts'
import { type Role, ROLES } from '#workflows/roles/roles.ts'
import { openOneTimeSecret } from './one-time-secret.ts'
import { spentBefore } from './session-length.ts'

const TOKEN_BYTES = 32

export type SignIn = { login: string; password: string; oneTime: string }
/** `wrong-code`: login and password were right. The page says no more of it than of the others. */
export type SignInOutcome =
  | { kind: 'signedIn'; token: string; roles: Role[] }
  | { kind: 'refused'; why: 'wrong' | 'wrong-code' }

/**
 * Opens a session for login, password and one-time code together. An unknown login takes as long as a wrong
 * password. `mayTryCode(login)` is asked once the password is right, so that nobody else can use up an officer's tries.
 */
export async function signIn(
  { db, keys, clock }: House,
  { login, password, oneTime }: SignIn,
  mayTryCode: (login: string) => boolean,
): Promise<SignInOutcome> {
  const account = await findAccount(db, login)
  const right = await verifyPassword(account?.password_hash ?? null, password)
  if (!account || !right) return { kind: 'refused', why: 'wrong' }
  if (!mayTryCode(login)) return { kind: 'refused', why: 'wrong-code' }
  const now = clock.wall()
  const secret = openOneTimeSecret(keys, account.id, account.totp_secret)
  const step = checkOneTime(secret, oneTime, now, account.totp_step)
  if (step === null) return { kind: 'refused', why: 'wrong-code' }
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const opened = await inTransaction(db, async (tx) => {
    if (!(await markOneTimeStep(tx, account, step))) return false
    const { begun, seen } = spentBefore(now)
    await deleteSpentSessions(tx, begun, seen)
    await insertSession(tx, { token_hash: hashToken(token), staff_id: account.id, begun_at: now, seen_at: now })
    return true
  })
  if (!opened) return { kind: 'refused', why: 'wrong-code' }
  const held = await listRoles(db, account.id)
  return { kind: 'signedIn', token, roles: ROLES.filter((role) => held.includes(role)) }
}

/** Ends the session of this token, if there is one. */
export const signOut = ({ db }: House, token: string): Promise<void> =>
  inTransaction(db, (tx) => deleteSession(tx, hashToken(token)))

/** What is stored of a token. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
