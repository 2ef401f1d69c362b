import type { Selectable } from 'kysely'
import type { CalendarDayTable, ClosureTable, KindTable, UnitTable } from '#db/tables/unit.ts'
import type { Database } from '#db/transaction.ts'

export type UnitRow = Selectable<UnitTable>
export type KindRow = Selectable<KindTable>
export type CalendarDayRow = Selectable<CalendarDayTable>
export type ClosureRow = Selectable<ClosureTable>

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

/** The days on which the town was or will be closed, withdrawn ones too, the newest first. */
export const listClosures = (db: Database): Promise<ClosureRow[]> =>
  db.selectFrom('closure').selectAll().orderBy('day', 'desc').execute()

/** The version of the calendar: it goes up with every notice and every closure. */
export async function findCalendarVersion(db: Database): Promise<number> {
  const years = await listCalendarYears(db)
  const closures = await listClosures(db)
  const closed = closures.map(({ version, withdrawn_version }) => withdrawn_version ?? version)
  return Math.max(0, ...years.map(({ version }) => version), ...closed)
}

export const listCalendarYears = (db: Database): Promise<{ year: number; version: number; first_version: number }[]> =>
  db.selectFrom('calendar_year').selectAll().execute()

/** A named row of the town, e.g. `clockOffset`. */
export async function findTownValue(db: Database, name: string): Promise<unknown> {
  const row = await db.selectFrom('town').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}
