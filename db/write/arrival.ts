import { CompiledQuery, type Insertable } from 'kysely'
import { PREPARED, PREPARED_LAST } from '#db/prepared.ts'
import type { Tables } from '#db/tables.ts'
import type { VaultTables } from '#db/tables/vault.ts'
import type { Transaction } from '#db/transaction.ts'

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

/**
 * What comes once only, by the column that tells it, and the constraint that says so. In the order in which it is
 * reported: a mail or a call that came before says so itself.
 */
const ONCE = {
  mail: { by: 'mark', constraint: 'mail_mark_key' },
  hotline_call: { by: 'mark', constraint: 'hotline_call_mark_key' },
  report: { by: 'id', constraint: 'report_receipt_mac_key' },
  used_challenge: { by: 'digest', constraint: 'used_challenge_pkey' },
  case_file: { by: 'id', constraint: 'case_file_number_key' },
} as const
type Once = keyof typeof ONCE
const isOnce = (table: string): table is Once => table in ONCE

/** Something that comes once only is there already. Nothing is stored, and the server's log has no line of it. */
export class TakenError extends Error {
  override name = 'TakenError'
  constructor(readonly constraint: (typeof ONCE)[Once]['constraint']) {
    super(`${constraint}: it is there already`)
  }
}

/** An administrator changed something since the rules were read. */
class OutdatedError extends Error {
  override name = 'OutdatedError'
}

/**
 * Stores what these reports bring with them, in two statements of `tx`. The first stores what comes once only, and asks
 * instead of failing: a violated constraint would stand in the log of a stock PostgreSQL, with the millisecond and the
 * mark of the receipt. Throws TakenError where something is there already, and what `isOutdated` knows where `settings`
 * is no longer the revision of the settings: then the transaction must be rolled back. `last`: nothing follows in `tx`,
 * which `inShortTransaction` began.
 */
export async function insertArrivals(
  tx: Transaction,
  arrivals: readonly ArrivalInsert[],
  settings: number,
  { last = false } = {},
): Promise<void> {
  const tables = [...new Set(arrivals.flatMap(({ rows }) => Object.keys(rows) as (keyof ArrivalRows)[]))].filter(
    (table) => arrivals.some(({ rows }) => (rows[table] ?? []).length > 0),
  )
  const once = tables.filter(isOnce)
  await insertOnce(tx, arrivals, once, settings)
  const { put, values } = parameters()
  const inserts = tables.filter((table) => !isOnce(table)).map((table) => insertInto(table, arrivals, put))
  const text = `${last ? PREPARED_LAST : PREPARED} with ${inserts.join(', ')} select`
  await tx.executeQuery(CompiledQuery.raw(text, values))
}

async function insertOnce(
  tx: Transaction,
  arrivals: readonly ArrivalInsert[],
  tables: readonly Once[],
  settings: number,
): Promise<void> {
  const { put, values } = parameters()
  const inserts = tables.map((table) => insertInto(table, arrivals, put, ONCE[table].by))
  const stored = tables.map((table) => `(select count(*)::integer from ${nameOf(table)}) as ${table}`)
  const revision = `coalesce((select value::integer from town where name = 'settingsRevision'), 0) as settings`
  const text = `${PREPARED} with ${inserts.join(', ')} select ${[...stored, revision].join(', ')}`
  const { rows } = await tx.executeQuery(CompiledQuery.raw(text, values))
  const [counts] = rows as Record<string, number>[]
  if (counts?.settings !== settings) throw new OutdatedError('the settings were changed meanwhile')
  for (const table of Object.keys(ONCE).filter(isOnce)) {
    const sent = arrivals.reduce((sum, { rows }) => sum + (rows[table]?.length ?? 0), 0)
    if (sent > 0 && counts[table] !== sent) throw new TakenError(ONCE[table].constraint)
  }
}

function parameters() {
  const values: unknown[] = []
  return { values, put: (value: unknown) => `$${values.push(value)}` }
}

const nameOf = (table: string) => `new_${table.replace('.', '_')}`

/** One insert of all rows of `table`; with `returning`, of those alone that are not there already. */
function insertInto(
  table: keyof ArrivalRows,
  arrivals: readonly ArrivalInsert[],
  put: (value: unknown) => string,
  returning?: string,
): string {
  const rows = arrivals.flatMap(({ rows, numbers }) =>
    (rows[table] ?? []).map((row: Record<string, unknown>) => ({ row, numbers })),
  )
  const columns = [...new Set(rows.flatMap(({ row }) => Object.keys(row)))]
  const isNumbered = table === 'case_file'
  const tuples = rows.map(({ row, numbers }) => {
    const cells = columns.map((column) => (column in row ? put(row[column]) : 'default'))
    return `(${[...cells, ...(isNumbered ? [firstFree(put(numbers))] : [])].join(', ')})`
  })
  const names = [...columns, ...(isNumbered ? ['number'] : [])].join(', ')
  const once = returning ? ` on conflict do nothing returning ${returning}` : ''
  return `${nameOf(table)} as (insert into ${table} (${names}) values ${tuples.join(', ')}${once})`
}

/** Whether the settings were changed meanwhile: whoever acts reads them again. */
export const isOutdated = (error: unknown): boolean => error instanceof OutdatedError

/** What the tables say of a row (SQLSTATE classes 21, 22, 23, 54, P0), and not the database being away, full or busy. */
export const isAboutRows = (error: unknown): boolean =>
  error instanceof TakenError ||
  (error instanceof Error && 'code' in error && /^(21|22|23|54|P0)\w{3}$/.test(String(error.code)))
