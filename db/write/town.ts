import type { Insertable } from 'kysely'
import type { CalendarDayTable, CalendarYearTable, KindTable, UnitTable } from '#db/tables/unit.ts'
import type { Transaction } from '#db/transaction.ts'

/** Rows a statement: PostgreSQL takes 65 535 values at once. */
const AT_ONCE = 1000

export async function insertUnits(tx: Transaction, rows: readonly Insertable<UnitTable>[]): Promise<void> {
  for (const part of parts(rows)) await tx.insertInto('unit').values(part).execute()
}

export async function insertKinds(tx: Transaction, rows: readonly Insertable<KindTable>[]): Promise<void> {
  for (const part of parts(rows)) await tx.insertInto('kind').values(part).execute()
}

/** Years whose notice is published, with the days that are not what their weekday says. */
export async function insertCalendar(
  tx: Transaction,
  years: readonly Insertable<CalendarYearTable>[],
  days: readonly Insertable<CalendarDayTable>[],
): Promise<void> {
  for (const part of parts(years)) await tx.insertInto('calendar_year').values(part).execute()
  for (const part of parts(days)) await tx.insertInto('calendar_day').values(part).execute()
}

/** Sets a single value of the town (`name`, `clockOffset`), in place of what it was. */
export async function putTownValue(tx: Transaction, name: string, value: unknown): Promise<void> {
  const stored = JSON.stringify(value)
  await tx
    .insertInto('town')
    .values({ name, value: stored })
    .onConflict((taken) => taken.column('name').doUpdateSet({ value: stored }))
    .execute()
}

/** Settles the errands of a town whose past was made in a moment: nobody is written to about it, each case is indexed once. */
export async function markPastErrandsDone(tx: Transaction): Promise<void> {
  await tx
    .updateTable('errand')
    .set({ done: true })
    .where('done', '=', false)
    .where((any) => any.not(any.and([any('task', '=', 'index-case'), any('key', 'like', 'index:%:1')])))
    .execute()
}

function parts<Row>(rows: readonly Row[]): Row[][] {
  const found: Row[][] = []
  for (let from = 0; from < rows.length; from += AT_ONCE) found.push(rows.slice(from, from + AT_ONCE))
  return found
}
