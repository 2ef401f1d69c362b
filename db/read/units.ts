import type { Selectable } from 'kysely'
import type { CalendarDayTable, KindTable, UnitTable } from '#db/tables/unit.ts'
import type { Database } from '#db/transaction.ts'

export type UnitRow = Selectable<UnitTable>
export type KindRow = Selectable<KindTable>
export type CalendarDayRow = Selectable<CalendarDayTable>

/** The whole unit tree: a few hundred rows, read where a conflict of interest or a proposal is decided. */
export const listUnits = (db: Database): Promise<UnitRow[]> =>
  db.selectFrom('unit').selectAll().orderBy('code').execute()

export const findUnit = (db: Database, id: string): Promise<UnitRow | undefined> =>
  db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst()

export const listKinds = (db: Database): Promise<KindRow[]> =>
  db.selectFrom('kind').selectAll().orderBy('position').execute()

export const findKind = (db: Database, code: string): Promise<KindRow | undefined> =>
  db.selectFrom('kind').selectAll().where('code', '=', code).executeTakeFirst()

/** The exceptions of the working-day calendar between two days, both included. */
export const listCalendarDays = (db: Database, from: string, to: string): Promise<CalendarDayRow[]> =>
  db.selectFrom('calendar_day').selectAll().where('day', '>=', from).where('day', '<=', to).execute()

export const listCalendarYears = (db: Database): Promise<{ year: number; version: number }[]> =>
  db.selectFrom('calendar_year').selectAll().execute()

/** A named row of the town, e.g. `clockOffset`. */
export async function findTownValue(db: Database, name: string): Promise<unknown> {
  const row = await db.selectFrom('town').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}
