import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

/** The last row of the page before. */
export type ClosedEnd = { closed: string; id: string }

/** Closed cases with a result that stood, the newest first: what a typical case can be drawn from. Clear columns only. */
export const listClosedCases = (db: Database, away: readonly string[], after: ClosedEnd | null, most: number) =>
  closedCases(db, away)
    .$if(after !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('closed_on', '<', after?.closed ?? ''),
          eb.and([eb('closed_on', '=', after?.closed ?? ''), eb('case_file.id', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('closed_on', 'desc')
    .orderBy('case_file.id')
    .limit(most)
    .execute()

/** Those of the named cases that this officer may know of and that a typical case can be drawn from. */
export const listClosedAmong = (db: Database, away: readonly string[], ids: readonly string[]) =>
  closedCases(db, away).where('case_file.id', 'in', ids).execute()

const closedCases = (db: Database, away: readonly string[]) =>
  db
    .selectFrom('case_file')
    .leftJoin('kind', 'kind.code', 'case_file.kind')
    .select(['case_file.id', 'case_file.kind', 'life', 'value', 'context', 'machine_version', 'closed_on'])
    .select(['place_unit', 'kind.name_zh', 'kind.name_en'])
    .where('closed_on', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('result')
          .select('result.id')
          .whereRef('result.case_id', '=', 'case_file.id')
          .where('returned', 'is', null),
      ),
    )
    .where(mayKnow(away))

/** Typical cases in some states, the last published first; without those drawn from a case this officer may not know of. */
export const listTypicalCases = (db: Database, away: readonly string[], lives: readonly string[], most: number) =>
  knownTypicalCases(db, away)
    .where('typical_case.life', 'in', lives)
    .orderBy('published_on', (order) => order.desc().nullsFirst())
    .orderBy('typical_case.id')
    .limit(most)
    .execute()

/** Those in some states that this officer wrote, or did not write, with the last that was done to each. */
export const listTypicalCasesBy = (
  db: Database,
  asked: { away: readonly string[]; lives: readonly string[]; staff: string; wrote: boolean; most: number },
) =>
  knownTypicalCases(db, asked.away)
    .leftJoin('journal', (join) =>
      join.onRef('journal.subject_id', '=', 'typical_case.id').onRef('journal.seq', '=', 'typical_case.revision'),
    )
    .select('journal.type as last_act')
    .where('typical_case.life', 'in', asked.lives)
    .where(sql<boolean>`${asked.staff}::uuid = any (typical_case.authors)`, '=', asked.wrote)
    .orderBy('typical_case.id')
    .limit(asked.most)
    .execute()

export const findTypicalCase = (db: Database, away: readonly string[], id: string) =>
  knownTypicalCases(db, away).where('typical_case.id', '=', id).executeTakeFirst()

const knownTypicalCases = (db: Database, away: readonly string[]) =>
  db
    .selectFrom('typical_case')
    .selectAll('typical_case')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('typical_case_source')
            .innerJoin('case_file', 'case_file.id', 'typical_case_source.case_id')
            .select('case_file.id')
            .whereRef('typical_case_source.typical_case_id', '=', 'typical_case.id')
            .where(sql<boolean>`not ${mayKnow(away)}`),
        ),
      ),
    )

/** The cases behind a typical case, with kind and place. */
export const listSourceCases = (db: Database, typicalCaseId: string) =>
  db
    .selectFrom('typical_case_source')
    .innerJoin('case_file', 'case_file.id', 'typical_case_source.case_id')
    .leftJoin('kind', 'kind.code', 'case_file.kind')
    .select(['case_file.id', 'case_file.kind', 'life', 'value', 'context', 'machine_version', 'closed_on'])
    .select(['place_unit', 'kind.name_zh', 'kind.name_en'])
    .where('typical_case_id', '=', typicalCaseId)
    .orderBy('case_file.closed_on')
    .orderBy('case_file.id')
    .execute()

/** Every saved text, the newest first, with who wrote it. */
export const listRevisions = (db: Database, typicalCaseId: string) =>
  db
    .selectFrom('typical_case_revision')
    .leftJoin('staff', 'staff.id', 'typical_case_revision.by')
    .selectAll('typical_case_revision')
    .select('staff.name as by_name')
    .where('typical_case_id', '=', typicalCaseId)
    .orderBy('version', 'desc')
    .execute()

export const listNames = (db: Database, ids: readonly string[]) =>
  db.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).orderBy('name').execute()
