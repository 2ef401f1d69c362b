import type { Selectable } from 'kysely'
import type { DeadlineRuleTable } from '#db/tables/settings.ts'
import type { Database } from '#db/transaction.ts'

export type DeadlineRuleRow = Selectable<DeadlineRuleTable>

/** The rules in force on a day: a handful, or none. */
export const listRulesInForce = (db: Database, day: string): Promise<DeadlineRuleRow[]> =>
  db
    .selectFrom('deadline_rule')
    .selectAll()
    .where('valid_from', '<=', day)
    .where((any) => any.or([any('ended_on', 'is', null), any('ended_on', '>', day)]))
    .execute()

/** Every rule there is or was, newest first, with who set it. */
export const listRules = (db: Database) =>
  db
    .selectFrom('deadline_rule')
    .leftJoin('staff', 'staff.id', 'deadline_rule.by')
    .selectAll('deadline_rule')
    .select('staff.name as by_name')
    .orderBy('valid_from', 'desc')
    .orderBy('deadline_rule.id')
    .execute()
