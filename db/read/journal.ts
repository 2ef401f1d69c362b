import { type Selectable, sql } from 'kysely'
import type { JournalTable } from '#db/tables/engine.ts'
import type { Database } from '#db/transaction.ts'
import { SETTINGS_CHAIN } from '#db/write/settings-chain.ts'

/** Who did which acts on a subject, oldest first: the ground for every "someone else". */
export const listActs = (db: Database, subjectId: string) =>
  db
    .selectFrom('journal')
    .select(['seq', 'type', 'actor_kind', 'actor_id', 'actor_role', 'at'])
    .where('subject_id', '=', subjectId)
    .orderBy('seq')
    .execute()
export type Act = Awaited<ReturnType<typeof listActs>>[number]

/** What was done after the revision a page showed: each step raises the revision by one and writes one row. */
export const listActsSince = (db: Database, subjectId: string, seen: number) =>
  db
    .selectFrom('journal')
    .leftJoin('staff', 'staff.id', 'journal.actor_id')
    .select(['journal.type', 'journal.actor_role as role', 'journal.at', 'staff.name as by'])
    .where('subject_id', '=', subjectId)
    .where('seq', '>', seen)
    .orderBy('seq')
    .execute()

/** The newest act among these types. */
export const findLastAct = (db: Database, subjectId: string, types: readonly string[]) =>
  db
    .selectFrom('journal')
    .select(['type', 'actor_id', 'seq', 'at'])
    .where('subject_id', '=', subjectId)
    .where('type', 'in', types)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Every row of one chain, whole, to verify it. */
export const listJournal = (db: Database, subjectId: string): Promise<Selectable<JournalTable>[]> =>
  db.selectFrom('journal').selectAll().where('subject_id', '=', subjectId).orderBy('seq').execute()

/** The rows of these chains, each chain in order. */
export const listJournals = (db: Database, subjectIds: readonly string[]): Promise<Selectable<JournalTable>[]> =>
  db
    .selectFrom('journal')
    .selectAll()
    .where('subject_id', 'in', subjectIds)
    .orderBy('subject_id')
    .orderBy('seq')
    .execute()

export type Chain = { id: string; about: JournalTable['subject']; revision: number }

/** Every chain there must be, with the number of steps its subject says it has taken: a page, by id. */
export async function listChains(db: Database, after: string | null, limit: number): Promise<Chain[]> {
  const page = (about: Chain['about'], table: string, id: string, revision: string) => sql`
    (select ${sql.ref(id)} as id, ${sql.lit(about)}::text as about, ${sql.raw(revision)} as revision from ${sql.table(table)}
      where ${after}::uuid is null or ${sql.ref(id)} > ${after}::uuid order by 1 limit ${limit})`
  const { rows } = await sql<Chain>`
    ${page('case', 'case_file', 'id', 'revision')} union all
    ${page('typicalCase', 'typical_case', 'id', 'revision')} union all
    ${/* what was decided about a mail: nothing yet at its first revision */ page('mail', 'quarantine', 'mail_id', 'revision - 1')} union all
    (select ${SETTINGS_CHAIN}::uuid, 'settings', value::integer from town
      where name = 'settingsRevision' and (${after}::uuid is null or ${SETTINGS_CHAIN}::uuid > ${after}::uuid))
    order by id limit ${limit}`.execute(db)
  return rows
}

/** A subject of which there is a record and nothing else. */
export async function findVanishedSubject(db: Database): Promise<{ id: string; seq: number } | undefined> {
  const gone = (table: string, id: string) =>
    sql`not exists (select from ${sql.table(table)} where ${sql.ref(`${table}.${id}`)} = journal.subject_id)`
  const { rows } = await sql<{ id: string; seq: number }>`
    select subject_id as id, seq from journal
    where subject_id <> ${SETTINGS_CHAIN}::uuid and ${gone('case_file', 'id')} and ${gone('typical_case', 'id')}
      and ${gone('quarantine', 'mail_id')}
    order by subject_id, seq limit 1`.execute(db)
  return rows[0]
}

/** What a chain is about, by its rows; of the settings without them. */
export async function findSubject(db: Database, subjectId: string) {
  if (subjectId === SETTINGS_CHAIN) return 'settings'
  const row = db.selectFrom('journal').select('subject').where('subject_id', '=', subjectId).limit(1)
  return (await row.executeTakeFirst())?.subject
}
