import { randomUUID } from 'node:crypto'
import { findAccount } from '#db/read/staff.ts'
import { listUnits } from '#db/read/units.ts'
import { type Database, inTransaction } from '#db/transaction.ts'
import { insertUnits } from '#db/write/town.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { type NewAccount, openAccount } from './open-account.ts'

export type OpenedAt =
  | { kind: 'opened'; id: string; oneTimeSecret: string }
  | { kind: 'refused'; why: 'loginTaken' | 'noSuchUnit' }

/**
 * Opens an account at the unit with that code. The first account of a town without any unit brings its own: the
 * mechanism's office, by the name given with it.
 */
export async function openAccountAt(
  house: { db: Database; keys: Keys },
  { code, name }: { code: string; name: string | null },
  account: Omit<NewAccount, 'unit'>,
): Promise<OpenedAt> {
  if (await findAccount(house.db, account.login)) return { kind: 'refused', why: 'loginTaken' }
  const units = await listUnits(house.db)
  const unit = units.find((each) => each.code === code)?.id ?? (units.length === 0 && name ? randomUUID() : null)
  if (!unit) return { kind: 'refused', why: 'noSuchUnit' }
  if (units.length === 0 && name)
    await inTransaction(house.db, (tx) => insertUnits(tx, [{ id: unit, code, name, kind: 'office', level: 'city' }]))
  return { kind: 'opened', ...(await openAccount(house, { ...account, unit })) }
}
