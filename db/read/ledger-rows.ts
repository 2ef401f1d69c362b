import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

/** The cases somebody may know of, as a ledger shows them: clear columns only, in no order yet. */
export const ledgerRows = (db: Database, away: readonly string[]) =>
  db
    .selectFrom('case_file')
    .leftJoin('staff', 'staff.id', 'case_file.holder')
    .leftJoin('unit', 'unit.id', 'case_file.place_unit')
    .leftJoin('kind', 'kind.code', 'case_file.kind')
    .select(['case_file.id', 'number', 'life', 'received_on', 'due_on', 'due_name', 'holder', 'main_case'])
    .select(['reprisal', 'urgent', 'slow_lane', 'no_dispatch', 'accused', 'accused_provisional'])
    .select(['case_file.urgency', 'case_file.due_order'])
    .select(['case_file.kind', 'kind.name_zh', 'kind.name_en', 'unit.name as place', 'staff.name as holder_name'])
    .where(mayKnow(away))

export type LedgerRow = Awaited<ReturnType<ReturnType<typeof ledgerRows>['execute']>>[number]
