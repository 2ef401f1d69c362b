import { findPasswordHash } from '#db/read/staff.ts'
import { lockPerson, markPassword } from '#db/write/people.ts'
import { deleteOtherSessions } from '#db/write/staff.ts'
import { plainForm } from '#workflows/charsets/plain-form.ts'
import type { House } from '#workflows/house.ts'
import { hashPassword, verifyPassword } from '#workflows/protection/password.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { type ChangeOutcome, type Fault, invalid } from './change.ts'
import { inTurn } from './in-turn.ts'
import { keepChange } from './keep-change.ts'
import { hashToken } from './sign-in.ts'

/** NIST SP 800-63B: length is what counts, and no rule about signs. */
export const SHORTEST_PASSWORD = 12
const LONGEST = 200

export type PasswordProblem = 'wrong' | 'tooShort' | 'tooLong' | 'same' | 'differs'
type Typed = { old: string; fresh: string; again: string }

/** What stands against a password that somebody chooses and types twice, in the field `field` and in `again`. */
export function faultsOfPassword(fresh: string, again: string, field: string): Fault<PasswordProblem>[] {
  const length = [...plainForm(fresh)].length
  const faults: Fault<PasswordProblem>[] = []
  if (length < SHORTEST_PASSWORD) faults.push({ field, problem: 'tooShort' })
  else if (length > LONGEST) faults.push({ field, problem: 'tooLong' })
  if (fresh !== again) faults.push({ field: 'again', problem: 'differs' })
  return faults
}

/** An officer's own new password. What they have open elsewhere ends; this session, by its token, goes on. */
export async function changePassword(
  house: House,
  by: Staff,
  { old, fresh, again }: Typed,
  token: string,
): Promise<ChangeOutcome<PasswordProblem>> {
  const faults: Fault<PasswordProblem>[] = []
  const known = await findPasswordHash(house.db, by.id)
  if (!(await verifyPassword(known, old))) faults.push({ field: 'old', problem: 'wrong' })
  faults.push(...faultsOfPassword(fresh, again, 'fresh'))
  if (fresh === old && !faults.some(({ field }) => field === 'fresh')) faults.push({ field: 'fresh', problem: 'same' })
  if (faults.length > 0) return invalid(faults)
  const hash = await hashPassword(fresh)
  return inTurn(house.db, async (tx) => {
    const row = await lockPerson(tx, by.id)
    // an administrator reset it while it was typed: then the old one is no longer the old one
    if (!row || row.disabled || row.password_hash !== known) return invalid([{ field: 'old', problem: 'wrong' }])
    await markPassword(tx, by.id, hash)
    await deleteOtherSessions(tx, by.id, hashToken(token))
    await keepChange(house, tx, by, 'changePassword', { subject: by.id, before: null, after: null })
    return { kind: 'changed', id: by.id, revision: row.revision + 1 }
  })
}
