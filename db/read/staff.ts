import type { Database } from '#db/transaction.ts'

/** What a sign-in is checked against. A disabled account is not found. */
export const findAccount = (db: Database, login: string) =>
  db
    .selectFrom('staff')
    .select(['id', 'password_hash', 'totp_secret', 'totp_step'])
    .where('login', '=', login)
    .where('disabled', '=', false)
    .executeTakeFirst()

/** The session of this token with its officer, whose account is still open. */
export const findSession = (db: Database, tokenHash: Buffer) =>
  db
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
    .select(['staff.id', 'staff.login', 'staff.name', 'staff.unit_id', 'begun_at', 'seen_at'])
    .select((from) =>
      from
        .selectFrom('staff_role')
        .whereRef('staff_role.staff_id', '=', 'staff.id')
        .select((role) => role.fn<string[]>('array_agg', ['role']).as('roles'))
        .as('roles'),
    )
    .where('token_hash', '=', tokenHash)
    .where('staff.disabled', '=', false)
    .executeTakeFirst()

/** Every open account with a role of it a row, by login. */
export const listAccounts = (db: Database) =>
  db
    .selectFrom('staff')
    .innerJoin('staff_role', 'staff_role.staff_id', 'staff.id')
    .innerJoin('unit', 'unit.id', 'staff.unit_id')
    .select(['staff.id', 'staff.login', 'staff.name', 'unit.name as unitName', 'staff_role.role', 'staff.totp_secret'])
    .where('staff.disabled', '=', false)
    .orderBy('staff.login')
    .execute()

export async function listRoles(db: Database, staffId: string): Promise<string[]> {
  const rows = await db.selectFrom('staff_role').select('role').where('staff_id', '=', staffId).execute()
  return rows.map(({ role }) => role)
}

/** Whether an account has this login, open or closed: none is given twice. */
export async function findLogin(db: Database, login: string): Promise<boolean> {
  return (await db.selectFrom('staff').select('id').where('login', '=', login).executeTakeFirst()) !== undefined
}

/** The hash of an open account's password. */
export async function findPasswordHash(db: Database, id: string): Promise<string | null> {
  const account = db.selectFrom('staff').select('password_hash').where('id', '=', id).where('disabled', '=', false)
  return (await account.executeTakeFirst())?.password_hash ?? null
}
