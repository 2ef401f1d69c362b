import type { Insertable } from 'kysely'
import type { AccountRequestTable, EnrolmentTable } from '#db/tables/staff.ts'
import type { Transaction } from '#db/transaction.ts'

export async function insertAccountRequest(tx: Transaction, row: Insertable<AccountRequestTable>): Promise<void> {
  await tx.insertInto('account_request').values(row).execute()
}

export const lockAccountRequest = (tx: Transaction, id: string) =>
  tx.selectFrom('account_request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export type AccountRequestRow = NonNullable<Awaited<ReturnType<typeof lockAccountRequest>>>

/** Whether this is proposed already, and not decided. */
export async function isProposed(
  tx: Transaction,
  { login, act }: Pick<AccountRequestRow, 'login' | 'act'>,
): Promise<boolean> {
  const row = tx.selectFrom('account_request').select('id').where('login', '=', login).where('act', '=', act)
  return (await row.where('state', '=', 'open').executeTakeFirst()) !== undefined
}

type Decided = Pick<AccountRequestRow, 'state' | 'decided_by' | 'decided_on' | 'staff_id'>
export async function markDecided(
  tx: Transaction,
  id: string,
  { state, ...decided }: Decided & { state: Exclude<AccountRequestRow['state'], 'open'> },
): Promise<void> {
  await tx
    .updateTable('account_request')
    .set({ state, ...decided })
    .where('id', '=', id)
    .execute()
}

/** Withdraws all that is still proposed about somebody, but for one that is being decided. */
export async function withdrawRequestsOf(
  tx: Transaction,
  staffId: string,
  decided_on: string,
  kept: string | null,
): Promise<void> {
  await tx
    .updateTable('account_request')
    .set({ state: 'withdrawn', decided_on })
    .where('staff_id', '=', staffId)
    .where('state', '=', 'open')
    .$if(kept !== null, (rows) => rows.where('id', '!=', kept ?? ''))
    .execute()
}

/** The slip of this account from now on; one that was given before is good no more. */
export async function replaceEnrolment(tx: Transaction, row: Insertable<EnrolmentTable>): Promise<void> {
  await deleteEnrolment(tx, row.staff_id)
  await tx.insertInto('enrolment').values(row).execute()
}

export async function deleteEnrolment(tx: Transaction, staffId: string): Promise<void> {
  await tx.deleteFrom('enrolment').where('staff_id', '=', staffId).execute()
}

/** Who proposed the account, or its newest role, and on which day. */
export async function markSetUp(tx: Transaction, id: string, set_up_by: string, set_up_on: string): Promise<void> {
  await tx.updateTable('staff').set({ set_up_by, set_up_on }).where('id', '=', id).execute()
}
