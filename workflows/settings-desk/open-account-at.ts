import { randomUUID } from 'node:crypto'
import { findLogin } from '#db/read/staff.ts'
import { listUnits } from '#db/read/units.ts'
import { inTransaction } from '#db/transaction.ts'
import { insertUnits } from '#db/write/town.ts'
import type { House } from '#workflows/house.ts'
import { hashPassword } from '#workflows/protection/password.ts'
import { faultsOfRoles } from '#workflows/roles/account-rules.ts'
import { keepChange } from './keep-change.ts'
import { keepAccount, type NewAccount } from './open-account.ts'

export type OpenedAt =
  | { kind: 'opened'; id: string; oneTimeSecret: string }
  | { kind: 'refused'; why: 'loginTaken' | 'noSuchUnit' | 'rolesApart' }

/**
 * Opens an account at the unit with that code, from the terminal. The first account of a town without any unit brings
 * its own: the mechanism's office, by the name given with it.
 */
export async function openAccountAt(
  house: House,
  { code, name }: { code: string; name: string | null },
  { password, ...account }: Omit<NewAccount, 'unit'>,
): Promise<OpenedAt> {
  if (await findLogin(house.db, account.login)) return { kind: 'refused', why: 'loginTaken' }
  const units = await listUnits(house.db)
  const known = units.find((each) => each.code === code)
  const unit = known?.id ?? (units.length === 0 && name ? randomUUID() : null)
  if (!unit) return { kind: 'refused', why: 'noSuchUnit' }
  if (faultsOfRoles(account.roles, known?.kind ?? 'office').length > 0) return { kind: 'refused', why: 'rolesApart' }
  const passwordHash = await hashPassword(password)
  return inTransaction(house.db, async (tx) => {
    if (!known && name) await insertUnits(tx, [{ id: unit, code, name, kind: 'office', level: 'city' }])
    const made = await keepAccount(tx, house.keys, { ...account, unit, passwordHash })
    await keepChange(house, tx, null, 'openAccount', { subject: made.id, before: null, after: { ...account, unit } })
    return { kind: 'opened', ...made }
  })
}
