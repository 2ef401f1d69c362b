import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

/** Whose calendar has this address; nobody's where it was revoked or the account is closed. */
export const findFeedOwner = (db: Database, mac: Buffer) =>
  db
    .selectFrom('calendar_feed')
    .innerJoin('staff', 'staff.id', 'calendar_feed.staff_id')
    .select(['staff.id', 'staff.unit_id', 'staff.language'])
    .select((from) =>
      from
        .selectFrom('staff_role')
        .whereRef('staff_role.staff_id', '=', 'staff.id')
        .select((role) => role.fn<string[]>('array_agg', ['role']).as('roles'))
        .as('roles'),
    )
    .where('calendar_feed.mac', '=', mac)
    .where('staff.disabled', '=', false)
    .executeTakeFirst()

type Asked = { names: readonly string[]; most: number }

/** The dates of these names that run on cases in these hands, the earliest first. Ids and days, and nothing else. */
export const listDatesInHand = (
  db: Database,
  { holders, away, names, most }: Asked & { holders: readonly string[]; away: readonly string[] },
) =>
  db
    .selectFrom('deadline')
    .innerJoin('case_file', 'case_file.id', 'deadline.case_id')
    .select(['deadline.id', 'deadline.due_on', 'deadline.provisional'])
    .where('case_file.holder', 'in', holders)
    .where(mayKnow(away))
    .where('deadline.name', 'in', names)
    .where('deadline.state', 'in', ['open', 'lapsed'])
    .orderBy('deadline.due_on')
    .orderBy('deadline.id')
    .limit(most)
    .execute()

/**
 * Dates of these names as the work of a role: in these states of a case (null: in any), not where this officer did the
 * latest of `firsts`, and, with `officeIsParty`, only where the office has one of the letters itself or only where not.
 */
export type Claim = {
  names: readonly string[]
  lives: readonly string[] | null
  firsts: readonly string[]
  officeIsParty: boolean | null
}

/** The dates that are this officer's by one of the claims, the earliest first, each once. */
export async function listDatesClaimed(
  db: Database,
  { me, away, claims, most }: { me: string; away: readonly string[]; claims: readonly Claim[]; most: number },
) {
  if (claims.length === 0) return []
  return db
    .selectFrom('deadline')
    .innerJoin('case_file', 'case_file.id', 'deadline.case_id')
    .select(['deadline.id', 'deadline.due_on', 'deadline.provisional'])
    .where('deadline.state', 'in', ['open', 'lapsed'])
    .where(mayKnow(away))
    .where((eb) =>
      eb.or(
        claims.map(({ names, lives, firsts, officeIsParty }) => {
          const office = eb.exists(
            eb
              .selectFrom('letter')
              .innerJoin('unit', 'unit.id', 'letter.unit_id')
              .select('letter.id')
              .whereRef('letter.case_id', '=', 'case_file.id')
              .where('letter.superseded', '=', false)
              .where('unit.kind', '=', 'office'),
          )
          const first = eb
            .selectFrom('journal')
            .select('actor_id')
            .whereRef('journal.subject_id', '=', 'case_file.id')
            .where('journal.type', 'in', firsts)
            .orderBy('seq', 'desc')
            .limit(1)
          return eb.and([
            eb('deadline.name', 'in', names),
            ...(lives === null ? [] : [eb('case_file.life', 'in', lives)]),
            ...(firsts.length === 0 ? [] : [sql<boolean>`(${first}) is distinct from ${me}`]),
            ...(officeIsParty === null ? [] : [officeIsParty ? office : eb.not(office)]),
          ])
        }),
      ),
    )
    .orderBy('deadline.due_on')
    .orderBy('deadline.id')
    .limit(most)
    .execute()
}

/** The dates of these names that run on letters a unit still owes an answer to. */
export const listDatesOfUnit = (db: Database, { unit, names, most }: Asked & { unit: string }) =>
  db
    .selectFrom('letter')
    .innerJoin('case_file', 'case_file.id', 'letter.case_id')
    .innerJoin('deadline', (join) =>
      join.onRef('deadline.case_id', '=', 'letter.case_id').onRef('deadline.track', '=', 'letter.track'),
    )
    .select(['deadline.id', 'deadline.due_on', 'deadline.provisional'])
    .where('letter.unit_id', '=', unit)
    .where('letter.superseded', '=', false)
    .where(sql<boolean>`case_file.context -> 'letters' ->> letter.track = 'out'`)
    .where('deadline.name', 'in', names)
    .where('deadline.state', 'in', ['open', 'lapsed'])
    .orderBy('deadline.due_on')
    .orderBy('deadline.id')
    .limit(most)
    .execute()
