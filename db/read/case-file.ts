import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

/** What a case page shows of a case's clear columns, with names in place of ids; undefined also where the reader may not know of it. */
export const findCaseFile = (db: Database, id: string, away: readonly string[]) =>
  db
    .selectFrom('case_file')
    .leftJoin('staff', 'staff.id', 'case_file.holder')
    .leftJoin('kind', 'kind.code', 'case_file.kind')
    .selectAll('case_file')
    .select(['staff.name as holder_name', 'kind.name_zh', 'kind.name_en', 'kind.mode'])
    .where('case_file.id', '=', id)
    .where(mayKnow(away))
    .executeTakeFirst()
export type CaseFile = NonNullable<Awaited<ReturnType<typeof findCaseFile>>>

/** The main case of a merged one and the cases merged into this one, as far as the reader may know of them. */
export const listBoundCases = (db: Database, { id, main_case }: CaseFile, away: readonly string[]) =>
  db
    .selectFrom('case_file')
    .select(['id', 'number', 'life', 'main_case', 'revision'])
    .where((eb) => eb.or([eb('main_case', '=', id), ...(main_case ? [eb('id', '=', main_case)] : [])]))
    .where(mayKnow(away))
    .orderBy('number')
    .execute()

/** The case this one was split from and those split from it, as far as the reader may know of them. */
export const listSplitCases = (db: Database, { id, split_from }: CaseFile, away: readonly string[]) =>
  db
    .selectFrom('case_file')
    .select(['id', 'number', 'life', 'split_from'])
    .where((eb) => eb.or([eb('split_from', '=', id), ...(split_from ? [eb('id', '=', split_from)] : [])]))
    .where(mayKnow(away))
    .orderBy('number')
    .execute()

/** Every step on a case, oldest first, with the officer's name. */
export const listMoments = (db: Database, caseId: string) =>
  db
    .selectFrom('journal')
    .leftJoin('staff', 'staff.id', 'journal.actor_id')
    .select(['journal.seq', 'journal.type', 'journal.actor_kind', 'journal.actor_role', 'journal.at', 'staff.name'])
    .select('journal.payload')
    .where('subject_id', '=', caseId)
    .orderBy('seq')
    .execute()

/** The dates that still count: running, standing still, or gone by without an answer; the earliest first. */
export const listDates = (db: Database, caseId: string) =>
  db
    .selectFrom('deadline')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('state', 'in', ['open', 'paused', 'lapsed'])
    .orderBy('due_on')
    .orderBy('name')
    .execute()

/** Every date of one name that a case was ever given, the last one last. */
export const listDatesGiven = (db: Database, caseId: string, name: string) =>
  db
    .selectFrom('deadline')
    .select(['set_on', 'due_on'])
    .where('case_id', '=', caseId)
    .where('name', '=', name)
    .orderBy('set_on')
    .orderBy('due_on')
    .execute()
