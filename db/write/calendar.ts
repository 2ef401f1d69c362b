import type { Transaction } from '#db/transaction.ts'

/** Closes the town on a day; one that was withdrawn is closed again under the new version. */
export async function putClosure(
  tx: Transaction,
  row: { day: string; name: string; version: number; by: string },
): Promise<void> {
  const again = { name: row.name, version: row.version, by: row.by, withdrawn_version: null }
  await tx
    .insertInto('closure')
    .values(row)
    .onConflict((taken) => taken.column('day').doUpdateSet(again))
    .execute()
}

export async function markClosureWithdrawn(tx: Transaction, day: string, version: number): Promise<void> {
  await tx.updateTable('closure').set({ withdrawn_version: version }).where('day', '=', day).execute()
}

type CalendarDay = { day: string; working: boolean; name: string | null }

/**
 * Stores a year's notice in place of the one before. `kept`: days of that year which the notice of the next has named.
 */
export async function putCalendarYear(
  tx: Transaction,
  {
    year,
    version,
    days,
    kept,
  }: { year: number; version: number; days: readonly CalendarDay[]; kept: readonly string[] },
): Promise<void> {
  await tx
    .insertInto('calendar_year')
    .values({ year, version, first_version: version })
    .onConflict((taken) => taken.column('year').doUpdateSet({ version }))
    .execute()
  await tx
    .deleteFrom('calendar_day')
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .$if(kept.length > 0, (gone) => gone.where('day', 'not in', [...kept]))
    .execute()
  for (const row of days)
    await tx
      .insertInto('calendar_day')
      .values(row)
      .onConflict((taken) => taken.column('day').doUpdateSet({ working: row.working, name: row.name }))
      .execute()
}
