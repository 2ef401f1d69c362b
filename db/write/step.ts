import { CompiledQuery, type Insertable, type Updateable } from 'kysely'
import { PREPARED_LAST } from '#db/prepared.ts'
import type { CaseTable } from '#db/tables/case.ts'
import type { ErrandTable, JournalTable } from '#db/tables/engine.ts'
import type { Transaction } from '#db/transaction.ts'
import type { DeadlineRow } from './deadlines.ts'

/** What one step leaves behind, but for what its act itself writes down. */
export type StoredStep = {
  /** the columns of the case that change */
  row: Updateable<CaseTable>
  added: readonly DeadlineRow[]
  changed: readonly DeadlineRow[]
  /** `queued`: handed to the job queue now */
  errands: readonly (Insertable<ErrandTable> & { queued: boolean })[]
  journal: Insertable<JournalTable>
}

const CHANGING = [
  'state',
  'due_on',
  'days',
  'provisional',
  'calendar_version',
  'paused_on',
  'pauses',
  'rung',
  'next_rung',
  'rings_on',
]
const DATE =
  'id, case_id, name, track, state, set_on, due_on, days, rule, calendar_version, provisional, paused_on, pauses, rung, ladder, next_rung, rings_on'
const ERRAND = 'id, task, key, case_id, payload, queued'

/**
 * Stores a step in one statement, the last of its transaction. The case is locked; asking twice for an errand of the same
 * key leaves one.
 */
export async function insertStep(tx: Transaction, caseId: string, stored: StoredStep): Promise<void> {
  const values: unknown[] = [
    caseId,
    JSON.stringify(stored.changed),
    JSON.stringify(stored.added),
    JSON.stringify(
      stored.errands.map((errand) => ({ ...errand, payload: JSON.parse(String(errand.payload)) as unknown })),
    ),
  ]
  const columns = (row: object) => Object.keys(row)
  const each = (row: object) => Object.values(row).map((value) => `$${values.push(value)}`)
  const placed = each(stored.row)
  const sets = columns(stored.row).map((column, at) => `${column} = ${placed[at]}`)
  const text = `${PREPARED_LAST} with
    moved as (update case_file set ${sets.join(', ')} where id = $1),
    changed as (update deadline set (${CHANGING.join(', ')}) = (${CHANGING.map((name) => `became.${name}`).join(', ')})
      from json_populate_recordset(null::deadline, $2::json) as became
      -- by the case's own index: the dates of all other cases are no part of this
      where deadline.case_id = $1 and deadline.state in ('open', 'paused', 'lapsed') and deadline.id = became.id
      returning deadline.id),
    -- after the changes: of one name and track only one date counts
    added as (insert into deadline (${DATE}) select ${DATE} from json_populate_recordset(null::deadline, $3::json)
      where (select count(*) from changed) >= 0),
    written as (insert into journal (${columns(stored.journal).join(', ')}) values (${each(stored.journal).join(', ')})),
    asked as (insert into errand (${ERRAND}) select ${ERRAND} from json_populate_recordset(null::errand, $4::json)
      on conflict (key) do nothing returning id, task, key, queued)
    select engine.enqueue(task, json_build_object('errand', id), key) from asked where queued`
  await tx.executeQuery(CompiledQuery.raw(text, values))
}
