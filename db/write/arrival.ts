import { CompiledQuery, type Insertable } from 'kysely'
import { PREPARED } from '#db/prepared.ts'
import type { Tables } from '#db/tables.ts'
import type { VaultTables } from '#db/tables/vault.ts'
import type { Database } from '#db/transaction.ts'

/** Whose rows a report brings with it. */
type Bringing = 'used_challenge' | 'data_key' | 'case_file' | 'report' | 'deadline' | 'journal' | 'errand'
/** What one channel writes beside its report. */
type Beside = 'mail' | 'postbox' | 'mail_link' | 'outgoing_mail' | 'hotline_call'
export type BesideRows = { [Table in Beside]?: readonly Insertable<Tables[Table]>[] }
/** The rows of one table have the same columns. Of the `numbers`, the case gets the first that is free. */
export type ArrivalRows = { [Table in Exclude<Bringing, 'case_file'>]: readonly Insertable<Tables[Table]>[] } & {
  case_file: readonly Omit<Insertable<Tables['case_file']>, 'number'>[]
} & BesideRows & { [Table in keyof VaultTables]?: readonly Insertable<VaultTables[Table]>[] }

const FIRST_FREE = `(
  select number from unnest($1::text[]) with ordinality as wished (number, place)
  where not exists (select from case_file taken where taken.number = wished.number) order by place limit 1)`
/** Nothing at all, but an error where an administrator changed something since the rules were read. */
const SAME_SETTINGS = `
  select 1 / (coalesce((select value::integer from town where name = 'settingsRevision'), 0) = $2)::integer`

/**
 * Stores what a report brings with it in one statement: one way to the database and back, and all or nothing without a
 * begin and a commit around it. Throws as its inserts would, each with its `constraint`, and what `isOutdated` knows
 * where `settings` is no longer the revision of the settings.
 */
export async function insertArrival(
  db: Database,
  rows: ArrivalRows,
  { numbers, settings }: { numbers: readonly string[]; settings: number },
): Promise<void> {
  const values: unknown[] = [numbers, settings]
  const insert = (table: string, list: readonly Record<string, unknown>[]) => {
    const columns = Object.keys(list[0] ?? {})
    const tuples = list.map((row) => columns.map((column) => `$${values.push(row[column])}`).join(', '))
    const [number, first] = table === 'case_file' ? [', number', `, ${FIRST_FREE}`] : ['', '']
    const each = tuples.map((tuple) => `(${tuple}${first})`).join(', ')
    return `new_${table.replace('.', '_')} as (insert into ${table} (${columns.join(', ')}${number}) values ${each})`
  }
  const inserts = Object.entries(rows).flatMap(([table, list]) => (list.length > 0 ? [insert(table, list)] : []))
  await db.executeQuery(CompiledQuery.raw(`${PREPARED} with ${inserts.join(', ')} ${SAME_SETTINGS}`, values))
}

const DIVISION_BY_ZERO = '22012'
export const isOutdated = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === DIVISION_BY_ZERO
