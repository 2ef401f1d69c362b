import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/** Proposals about accounts, those that wait first, then the newest. */
export const listAccountRequests = (db: Database, { most, open }: { most: number; open: boolean }) =>
  db
    .selectFrom('account_request as request')
    .leftJoin('staff as proposer', 'proposer.id', 'request.proposed_by')
    .leftJoin('staff as decider', 'decider.id', 'request.decided_by')
    .leftJoin('staff', 'staff.id', 'request.staff_id')
    .leftJoin('enrolment', 'enrolment.request_id', 'request.id')
    .select(['request.id', 'request.act', 'request.login', 'request.said', 'request.state', 'request.staff_id'])
    .select(['request.proposed_by', 'request.proposed_on', 'request.decided_on'])
    .select(['proposer.name as proposer', 'decider.name as decider', 'staff.name', 'staff.unit_id'])
    .select('enrolment.good_until')
    .select(rolesOf('request.staff_id'))
    .$if(open, (rows) => rows.where('request.state', '=', 'open'))
    .orderBy(sql`request.state = 'open'`, 'desc')
    .orderBy('request.proposed_on', 'desc')
    .orderBy('request.id')
    .limit(most)
    .execute()

const rolesOf = (column: 'request.staff_id' | 'staff.id') =>
  sql<string[] | null>`(select array_agg(role) from staff_role where staff_role.staff_id = ${sql.ref(column)})`.as(
    'roles',
  )

/** An open slip by its keyed hash, with the account it is for. */
export const findEnrolment = (db: Database, mac: Buffer) =>
  db
    .selectFrom('enrolment')
    .innerJoin('staff', 'staff.id', 'enrolment.staff_id')
    .select(['staff.id', 'staff.login', 'staff.name', 'staff.password_hash', 'staff.totp_secret', 'staff.totp_step'])
    .select(['staff.revision', 'request_id', 'good_until'])
    .where('mac', '=', mac)
    .where('staff.disabled', '=', false)
    .executeTakeFirst()
export type EnrolmentRow = NonNullable<Awaited<ReturnType<typeof findEnrolment>>>

/** Whether anybody, also somebody who left, ever held this role. */
export async function wasEverHeld(db: Database, role: string): Promise<boolean> {
  const held = db.selectFrom('staff_role').select('staff_id').where('role', '=', role)
  return (await held.executeTakeFirst()) !== undefined
}

/**
 * The other accounts that this one may not yet be the second person to: proposed by the same administrator, one of the two
 * after the day `since`.
 */
export async function listSetUpTogether(db: Database, staffId: string, since: string): Promise<string[]> {
  const rows = await db
    .selectFrom('staff as mine')
    .innerJoin('staff as other', 'other.set_up_by', 'mine.set_up_by')
    .select('other.id')
    .where('mine.id', '=', staffId)
    .whereRef('other.id', '!=', 'mine.id')
    .where(sql<boolean>`greatest(mine.set_up_on, other.set_up_on) > ${since}::date`)
    .execute()
  return rows.map(({ id }) => id)
}

/** Open accounts that were proposed after the day `since`, each with all open ones that the same administrator proposed. */
export const listNewAccounts = (db: Database, since: string) =>
  db
    .selectFrom('staff')
    .innerJoin('unit', 'unit.id', 'staff.unit_id')
    .leftJoin('staff as maker', (join) => join.on(sql`maker.id::text`, '=', sql.ref('staff.set_up_by')))
    .select(['staff.id', 'staff.login', 'staff.name', 'unit.name as unit', 'staff.set_up_on', 'maker.name as maker'])
    .select(rolesOf('staff.id'))
    .select(
      sql<string[] | null>`(select array_agg(other.name order by other.login) from staff other
        where other.set_up_by = staff.set_up_by and other.id <> staff.id and not other.disabled)`.as('others'),
    )
    .where('staff.set_up_on', '>', since)
    .where('staff.disabled', '=', false)
    .orderBy('staff.set_up_on', 'desc')
    .orderBy('staff.login')
    .execute()

/** The logins of accounts that are proposed and not opened yet. */
export async function listProposedLogins(db: Database): Promise<string[]> {
  const rows = db.selectFrom('account_request').select('login').where('act', '=', 'open').where('state', '=', 'open')
  return (await rows.execute()).map(({ login }) => login)
}
