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

/** Every chain there must be, with the number of steps its subject says it has taken. */
export const listChains = (db: Database): Promise<{ id: string; revision: number }[]> =>
  db
    .selectFrom('case_file')
    .select(['id', 'revision'])
    .unionAll(db.selectFrom('typical_case').select(['id', 'revision']))
    // what was decided about a mail: nothing yet at its first revision
    .unionAll(db.selectFrom('quarantine').select((eb) => ['mail_id as id', eb('revision', '-', 1).as('revision')]))
    .unionAll(
      db
        .selectFrom('town')
        .select((eb) => [
          sql<string>`${SETTINGS_CHAIN}::uuid`.as('id'),
          eb.cast<number>('town.value', 'integer').as('revision'),
        ])
        .where('name', '=', 'settingsRevision'),
    )
    .orderBy('id')
    .execute()

/** What a chain is about, by its rows. */
export async function findSubject(db: Database, subjectId: string) {
  const row = db.selectFrom('journal').select('subject').where('subject_id', '=', subjectId).limit(1)
  return (await row.executeTakeFirst())?.subject
}
