import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/** The governments a queue can be narrowed to, in the order of the tree: villages are found within their township. */
export const listPlaces = (db: Database) =>
  db
    .selectFrom('unit')
    .select(['code', 'name', 'level'])
    .where('kind', '=', 'government')
    .where('level', '!=', 'village')
    .where('closed_on', 'is', null)
    .orderBy('code')
    .execute()

/** A place by code with the ids of everything in its territory, itself included; undefined for an unknown code. */
export async function findPlace(db: Database, code: string): Promise<{ name: string; ids: string[] } | undefined> {
  const unit = await db.selectFrom('unit').select(['id', 'name']).where('code', '=', code).executeTakeFirst()
  if (!unit) return undefined
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select ${unit.id}::uuid as id
      union
      select unit.id from unit join below on unit.territory_parent = below.id
    )
    select id from below`.execute(db)
  return { name: unit.name, ids: rows.map(({ id }) => id) }
}

/** Who may have cases in hand, by login: those who hold one of these roles and can still sign in. */
export const listHolders = (db: Database, roles: readonly string[]) =>
  db
    .selectFrom('staff')
    .select(['login', 'name'])
    .where('disabled', '=', false)
    .where('id', 'in', (eb) => eb.selectFrom('staff_role').select('staff_id').where('role', 'in', roles))
    .orderBy('login')
    .execute()

/** An officer by login, also one who has left: cases may still be in their hands. */
export const findHolder = (db: Database, login: string) =>
  db.selectFrom('staff').select(['id', 'name']).where('login', '=', login).executeTakeFirst()
