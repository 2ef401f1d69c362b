import type { Database } from '#db/transaction.ts'

/** A single value of the town by its name (`clockOffset`, `town`, `calendarVersion`), as JSON stored it. */
export async function findTownValue(db: Database, name: string): Promise<unknown> {
  const row = await db.selectFrom('town').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}
