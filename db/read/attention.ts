import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'
import { ledgerRows } from './ledger-rows.ts'

type Asked = { away: readonly string[]; most: number }

/**
 * Cases in which the last thing that happened is an answer (one of `types`): of those in the hands of `holders`, or in
 * nobody's in one of `lives`. The earliest date first; clear columns only.
 */
export const listAnswered = (
  db: Database,
  {
    holders,
    lives,
    types,
    away,
    most,
  }: Asked & { holders: readonly string[]; lives: readonly string[]; types: readonly string[] },
) =>
  ledgerRows(db, away)
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('journal')
          .select('journal.type')
          .whereRef('journal.subject_id', '=', 'case_file.id')
          // what happened to another case takes nothing off anybody's desk
          .where('journal.type', 'not in', ['mergedIn', 'briefTakenBack'])
          .orderBy('journal.seq', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select('latest.type as answer')
    .where('latest.type', 'in', types)
    .where((eb) =>
      eb.or([
        eb('case_file.holder', 'in', holders),
        ...(lives.length > 0 ? [eb.and([eb('case_file.holder', 'is', null), eb('case_file.life', 'in', lives)])] : []),
      ]),
    )
    .orderBy('case_file.due_order')
    .orderBy('case_file.id')
    .limit(most)
    .execute()

/** Cases whose notes name this officer since they last had the case before their eyes, the newest first. */
export const listMentions = (db: Database, { staff, away, most }: Asked & { staff: string }) =>
  ledgerRows(db, away)
    .innerJoin('mention', 'mention.case_id', 'case_file.id')
    .innerJoin('note', 'note.id', 'mention.note_id')
    .leftJoin('staff as writer', 'writer.id', 'note.by')
    .select(['note.id as note_id', 'note.at', 'writer.name as writer'])
    .where('mention.staff_id', '=', staff)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('look')
            .select('look.id')
            .whereRef('look.case_id', '=', 'case_file.id')
            .where('look.staff_id', '=', staff)
            .where('look.page', '=', 'desk')
            .whereRef('look.at', '>=', 'note.at'),
        ),
      ),
    )
    .orderBy('note.at', 'desc')
    .orderBy('note.id')
    .limit(most)
    .execute()

/** The letters a unit still owes an answer to, by the first of their dates that runs. Clear columns only. */
export const listLettersOwed = (db: Database, { unit, most }: { unit: string; most: number }) =>
  db
    .selectFrom('letter')
    .innerJoin('case_file', 'case_file.id', 'letter.case_id')
    .leftJoin('kind', 'kind.code', 'case_file.kind')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('deadline')
          .select(['deadline.name as due_name', 'deadline.due_on'])
          .whereRef('deadline.case_id', '=', 'letter.case_id')
          .whereRef('deadline.track', '=', 'letter.track')
          .where('deadline.name', 'in', ['acknowledgement', 'rectification', 'orderAnswer'])
          .where('deadline.state', 'in', ['open', 'lapsed'])
          .orderBy('deadline.due_on')
          .orderBy('deadline.name')
          .limit(1)
          .as('first'),
      (join) => join.onTrue(),
    )
    .select(['letter.id', 'letter.number', 'letter.track', 'letter.superseded', 'letter.acknowledged_on'])
    .select(['kind.name_zh', 'kind.name_en', 'case_file.value', 'case_file.context', 'first.due_name', 'first.due_on'])
    .select((eb) =>
      eb
        .exists(eb.selectFrom('result').select('result.id').whereRef('result.letter_id', '=', 'letter.id'))
        .as('answered_once'),
    )
    .where('letter.unit_id', '=', unit)
    .where('letter.superseded', '=', false)
    .where(sql<boolean>`case_file.context -> 'letters' ->> letter.track = 'out'`)
    .orderBy('first.due_on', (order) => order.asc().nullsLast())
    .orderBy('letter.id')
    .limit(most)
    .execute()
