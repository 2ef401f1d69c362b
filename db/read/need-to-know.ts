import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/** What makes a case an officer's, besides what they did in it. */
export type Standing = {
  staffId: string
  /** they themselves, and those they stand in for */
  holders: readonly string[]
  /** where nobody's case is the work of their roles */
  lives: readonly string[]
  /** where a second person is waited for, and they may be it */
  livesToSign: readonly string[]
  /** dates that wait for their roles, whoever holds the case */
  dates: readonly string[]
  /** told where any date is gone by without an answer */
  isHead: boolean
  /** reprisals, referrals and what accuses one of these units wait for them */
  isLiaison: boolean
  officeUnits: readonly string[]
  /** acts that make nobody's part in a case */
  noPart: readonly string[]
  /** a reason given since then holds */
  since: Date
}

/** Those of some cases that this officer reads without giving a reason, or gave one for. A merged case is as its main case is. */
export async function listOpenTo(db: Database, caseIds: readonly string[], by: Standing): Promise<string[]> {
  if (caseIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select distinct asked.id
    from case_file as asked
    join case_file as one on one.id = asked.id or one.id = asked.main_case
    where asked.id = any(${caseIds}::uuid[]) and (
      one.holder = any(${by.holders}::uuid[])
      or one.holder is null and one.life = any(${by.lives}::text[])
      or one.life = any(${by.livesToSign}::text[])
      or ${by.isLiaison} and (
        one.reprisal
        or one.accused && ${by.officeUnits}::uuid[]
        or one.accused_provisional && ${by.officeUnits}::uuid[]
        or exists (select from referral where referral.case_id = one.id and referral.concluded_on is null)
      )
      or exists (
        select from deadline
        where deadline.case_id = one.id and (
          deadline.state in ('open', 'lapsed') and deadline.name = any(${by.dates}::text[])
          or deadline.state = 'lapsed' and ${by.isHead}
        )
      )
      or exists (
        select from mention where mention.case_id = one.id and mention.staff_id = any(${by.holders}::uuid[])
      )
      or exists (
        select from journal
        where journal.subject_id = one.id and journal.actor_id = ${by.staffId}::uuid
          and journal.type <> all(${by.noPart}::text[])
      )
      or exists (
        select from look
        where look.case_id = one.id and look.staff_id = ${by.staffId}::uuid
          and look.reason is not null and look.at >= ${by.since}::timestamptz
      )
    )`.execute(db)
  return rows.map(({ id }) => id)
}
