import { findSession } from '#db/read/staff.ts'
import { inTransaction } from '#db/transaction.ts'
import { markSessionSeen } from '#db/write/staff.ts'
import type { House } from '#workflows/house.ts'
import { ROLES, type Staff } from '#workflows/roles/roles.ts'
import { isSpent, isWorthNoting } from './session-length.ts'
import { hashToken } from './sign-in.ts'

export type SessionHolder = { by: Staff; login: string; name: string }

/** Who holds this token, or null: unknown, over, or the account was closed. Notes that they were here. */
export async function findSessionHolder({ db, clock }: House, token: string): Promise<SessionHolder | null> {
  const tokenHash = hashToken(token)
  const session = await findSession(db, tokenHash)
  const now = clock.wall()
  if (!session || isSpent(session, now)) return null
  if (isWorthNoting(session, now)) await inTransaction(db, (tx) => markSessionSeen(tx, tokenHash, now))
  const { id, login, name, unit_id } = session
  const roles = ROLES.filter((role) => session.roles?.includes(role))
  return { by: { kind: 'staff', id, roles, unit: unit_id }, login, name }
}
