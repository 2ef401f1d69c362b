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
export type ArrivalRows = { [Table in Exclude<Bringing, 'case_file'>]: readonly Insertable<Tables[Table]>[] } & {
  case_file: readonly Omit<Insertable<Tables['case_file']>, 'number'>[]
} & BesideRows & { [Table in keyof VaultTables]?: readonly Insertable<VaultTables[Table]>[] }

/** What one report brings; its case gets the first of the `numbers` that is free. */
export type ArrivalInsert = { rows: ArrivalRows; numbers: readonly string[] }

const firstFree = (wished: string) => `(
  select number from unnest(${wished}::text[]) with ordinality as wished (number, place)
  where not exists (select from case_file taken where taken.number = wished.number) order by place limit 1)`
/** Nothing at all, but an error where an administrator changed something since the rules were read. */
const SAME_SETTINGS = `
  select 1 / (coalesce((select value::integer from town where name = 'settingsRevision'), 0) = $1)::integer`

/**
 * Stores what these reports bring with them in one statement: one way to the database and back, and all or nothing
 * without a begin and a commit around it. Throws as its inserts would, each with its `constraint`, and what `isOutdated`
 * knows where `settings` is no longer the revision of the settings.
 */
export async function insertArrivals(
  db: Database,
  arrivals: readonly ArrivalInsert[],
  settings: number,
): Promise<void> {
  const values: unknown[] = [settings]
  const put = (value: unknown) => `$${values.push(value)}`
  const insert = (table: keyof ArrivalRows) => {
    const rows = arrivals.flatMap(({ rows, numbers }) =>
      (rows[table] ?? []).map((row: Record<string, unknown>) => ({ row, numbers })),
    )
    if (rows.length === 0) return []
    const columns = [...new Set(rows.flatMap(({ row }) => Object.keys(row)))]
    const [number, free] = table === 'case_file' ? [', number', firstFree] : ['', null]
    const tuples = rows.map(({ row, numbers }) => {
      const cells = columns.map((column) => (column in row ? put(row[column]) : 'default'))
      return `(${[...cells, ...(free ? [free(put(numbers))] : [])].join(', ')})`
    })
    return [
      `new_${table.replace('.', '_')} as (insert into ${table} (${columns.join(', ')}${number}) values ${tuples.join(', ')})`,
    ]
  }
  const tables = new Set(arrivals.flatMap(({ rows }) => Object.keys(rows) as (keyof ArrivalRows)[]))
  const inserts = [...tables].flatMap(insert)
  await db.executeQuery(CompiledQuery.raw(`${PREPARED} with ${inserts.join(', ')} ${SAME_SETTINGS}`, values))
}

const DIVISION_BY_ZERO = '22012'
export const isOutdated = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === DIVISION_BY_ZERO

/** What the tables say of a row (SQLSTATE classes 21, 22, 23, 54, P0), and not the database being away, full or busy. */
export const isAboutRows = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(21|22|23|54|P0)\w{3}$/.test(String(error.code))
