import type { Transaction } from '#db/transaction.ts'

/** The account, held until the transaction ends: of two administrators the second sees what the first did. */
export const lockPerson = (tx: Transaction, id: string) =>
  tx.selectFrom('staff').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export type LockedPerson = NonNullable<Awaited<ReturnType<typeof lockPerson>>>

/**
 * An account that is open, kept open until the transaction ends: whoever takes a case and leaves at the same moment does
 * one after the other.
 */
export const lockOpenAccount = (tx: Transaction, id: string) =>
  tx
    .selectFrom('staff')
    .select(['id', 'unit_id'])
    .where('id', '=', id)
    .where('disabled', '=', false)
    .forShare()
    .executeTakeFirst()

type Changed = { name: string; email: string | null; mobile?: string | null; unit_id: string }
export async function markPersonChanged(tx: Transaction, id: string, changed: Changed): Promise<void> {
  await raised(tx, id).set(changed).execute()
}

type Reached = { mobile: string | null; language: 'zh-CN' | 'en'; quiet_mail: boolean; quiet_sms: boolean }
/** How somebody wants to be told of things. */
export async function markReached(tx: Transaction, id: string, reached: Reached): Promise<void> {
  await raised(tx, id).set(reached).execute()
}

/** The roles somebody holds from now on, these and no others. */
export async function replaceRoles(tx: Transaction, staffId: string, roles: readonly string[]): Promise<void> {
  await tx.deleteFrom('staff_role').where('staff_id', '=', staffId).execute()
  if (roles.length === 0) return
  await tx
    .insertInto('staff_role')
    .values(roles.map((role) => ({ staff_id: staffId, role })))
    .execute()
}

export async function markPassword(tx: Transaction, id: string, password_hash: string): Promise<void> {
  await raised(tx, id).set({ password_hash }).execute()
}

/** A new one-time secret, whose code of this step was typed; the steps of the old one say nothing about it. */
export async function markOneTimeSecret(
  tx: Transaction,
  id: string,
  totp_secret: Buffer,
  totp_step: number,
): Promise<void> {
  await raised(tx, id).set({ totp_secret, totp_step }).execute()
}

/** From now on nobody signs in with these, until their owner has chosen others. */
export async function forgetSecrets(
  tx: Transaction,
  id: string,
  { password, oneTime }: { password: boolean; oneTime: boolean },
): Promise<void> {
  const lost = { ...(password ? { password_hash: null } : {}), ...(oneTime ? { totp_secret: null, totp_step: 0 } : {}) }
  await raised(tx, id).set(lost).execute()
}

export async function markLeft(tx: Transaction, id: string, left_on: string): Promise<void> {
  await raised(tx, id).set({ disabled: true, left_on }).execute()
}

const raised = (tx: Transaction, id: string) =>
  tx
    .updateTable('staff')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
