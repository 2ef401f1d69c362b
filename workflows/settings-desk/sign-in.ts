import { createHash, randomBytes } from 'node:crypto'
import { findAccount, listRoles } from '#db/read/staff.ts'
import { inTransaction } from '#db/transaction.ts'
import { deleteSession, deleteSpentSessions, insertSession, markOneTimeStep } from '#db/write/staff.ts'
import type { House } from '#workflows/house.ts'
import { checkOneTime, checkTwoInARow } from '#workflows/protection/one-time.ts'
import { verifyPassword } from '#workflows/protection/password.ts'
import { type Role, ROLES } from '#workflows/roles/roles.ts'
import { openOneTimeSecret } from './one-time-secret.ts'
import { spentBefore } from './session-length.ts'

const TOKEN_BYTES = 32

export type SignIn = { login: string; password: string; oneTime: string }
/** `tooOften`: also for what was not looked at because so many were wrong before. The page tells no other reason. */
export type SignInOutcome =
  | { kind: 'signedIn'; token: string; roles: Role[] }
  | { kind: 'refused'; why: 'wrong' | 'tooOften' }

/**
 * What wrong tries cost, in order: `password` of this account or network, `code` of this account beside the right password.
 * True while there is something left. What was right costs nothing: `giveBack` returns it.
 */
export type SignInTries = {
  spend(on: 'password' | 'code'): boolean
  giveBack(on: 'password' | 'code'): void
}

/**
 * Opens a session for login, password and one-time code together. An unknown login takes as long as a wrong password.
 * Many wrong tries slow whoever makes them, and never refuse who has all three: from then on a password is looked at only
 * beside the right code of that moment, so that nobody without the phone learns anything of it; and after very many wrong
 * codes beside the right password two codes that follow each other are asked for, which no patience can guess.
 */
export async function signIn(house: House, typed: SignIn, tries: SignInTries): Promise<SignInOutcome> {
  const { db, keys, clock } = house
  const now = clock.wall()
  const account = await findAccount(db, typed.login)
  const secret = account?.totp_secret ? openOneTimeSecret(keys, account.id, account.totp_secret) : null
  const stepOf = (check: typeof checkOneTime) =>
    account && secret !== null ? check(secret, typed.oneTime, now, account.totp_step) : null
  const step = stepOf(checkOneTime) ?? stepOf(checkTwoInARow)
  const isCalm = tries.spend('password')
  if (!isCalm && step === null) return { kind: 'refused', why: 'tooOften' }
  const right = await verifyPassword(account?.password_hash ?? null, typed.password)
  const why = isCalm ? 'wrong' : 'tooOften'
  if (!account || !right) return { kind: 'refused', why }
  if (isCalm) tries.giveBack('password')
  const mayGuess = tries.spend('code')
  if (!mayGuess && stepOf(checkTwoInARow) === null) return { kind: 'refused', why: 'tooOften' }
  if (step === null) return { kind: 'refused', why }
  if (mayGuess) tries.giveBack('code')
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const opened = await inTransaction(db, async (tx) => {
    if (!(await markOneTimeStep(tx, account, step))) return false
    const { begun, seen } = spentBefore(now)
    await deleteSpentSessions(tx, begun, seen)
    await insertSession(tx, { token_hash: hashToken(token), staff_id: account.id, begun_at: now, seen_at: now })
    return true
  })
  if (!opened) return { kind: 'refused', why: 'wrong' }
  const held = await listRoles(db, account.id)
  return { kind: 'signedIn', token, roles: ROLES.filter((role) => held.includes(role)) }
}

/** Ends the session of this token, if there is one. */
export const signOut = ({ db }: House, token: string): Promise<void> =>
  inTransaction(db, (tx) => deleteSession(tx, hashToken(token)))

/** What is stored of a token. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
