import type { Insertable, Selectable } from 'kysely'
import type { StaffSessionTable, StaffTable } from '#db/tables/staff.ts'
import type { Transaction } from '#db/transaction.ts'

export async function insertStaff(tx: Transaction, row: Insertable<StaffTable>): Promise<void> {
  await tx.insertInto('staff').values(row).execute()
}

export async function insertStaffRole(tx: Transaction, row: { staff_id: string; role: string }): Promise<void> {
  await tx.insertInto('staff_role').values(row).execute()
}

/**
 * Uses up a one-time step; false where it, or a later one, was used in between, and where the account was closed or got
 * other secrets since it was read: whoever ended its sessions ended this one too.
 */
export async function markOneTimeStep(
  tx: Transaction,
  { id, password_hash, totp_secret }: Pick<Selectable<StaffTable>, 'id' | 'password_hash' | 'totp_secret'>,
  step: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('staff')
    .set({ totp_step: step })
    .where('id', '=', id)
    .where('disabled', '=', false)
    .where('password_hash', '=', password_hash)
    .where('totp_secret', '=', totp_secret)
    .where('totp_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertSession(tx: Transaction, row: Insertable<StaffSessionTable>): Promise<void> {
  await tx.insertInto('staff_session').values(row).execute()
}

export async function markSessionSeen(tx: Transaction, tokenHash: Buffer, seenAt: Date): Promise<void> {
  await tx.updateTable('staff_session').set({ seen_at: seenAt }).where('token_hash', '=', tokenHash).execute()
}

export async function deleteSession(tx: Transaction, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('staff_session').where('token_hash', '=', tokenHash).execute()
}

/** Ends what an officer has open, at once: a role, a password or the account changed. */
export async function deleteSessionsOf(tx: Transaction, staffId: string): Promise<void> {
  await tx.deleteFrom('staff_session').where('staff_id', '=', staffId).execute()
}

/** Ends what an officer has open elsewhere. */
export async function deleteOtherSessions(tx: Transaction, staffId: string, kept: Buffer): Promise<void> {
  await tx.deleteFrom('staff_session').where('staff_id', '=', staffId).where('token_hash', '!=', kept).execute()
}

/** Sessions begun or last used before these instants are over. */
export async function deleteSpentSessions(tx: Transaction, begunBefore: Date, seenBefore: Date): Promise<void> {
  await tx
    .deleteFrom('staff_session')
    .where((any) => any.or([any('begun_at', '<', begunBefore), any('seen_at', '<', seenBefore)]))
    .execute()
}
