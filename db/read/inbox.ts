import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/** The last row of the page before: the next page begins after it. */
export type InboxEnd = { issued: string; id: string }
export type InboxAsked = { unit: string; officer: string; open: boolean; after: InboxEnd | null; most: number }

/**
 * The letters of one unit: those it still owes an answer to, the oldest first, or all others, the newest first.
 * An accusation that comes up later does not take a letter out of the unit's hands: its vanishing would say so.
 */
export function listInbox(db: Database, { unit, officer, open, after, most }: InboxAsked) {
  const owed = sql<boolean>`(not letter.superseded and case_file.context -> 'letters' ->> letter.track = 'out')`
  const order = open ? 'asc' : 'desc'
  return lettersOf(db, unit, officer)
    .where(owed, '=', open)
    .$if(after !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('letter.issued_on', open ? '>' : '<', after?.issued ?? ''),
          eb.and([eb('letter.issued_on', '=', after?.issued ?? ''), eb('letter.id', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('letter.issued_on', order)
    .orderBy('letter.id')
    .limit(most)
    .execute()
}

/** One letter of this unit; undefined just so for another unit's, for none at all, and for whom its case accuses by name. */
export const findLetterOf = (db: Database, unit: string, officer: string, id: string) =>
  lettersOf(db, unit, officer).where('letter.id', '=', id).executeTakeFirst()
export type UnitLetter = NonNullable<Awaited<ReturnType<typeof findLetterOf>>>

/** A date of a letter that the unit owes something by. */
export type Owed = { name: string; due_on: string; set_on: string; days: number; rung: string }

const lettersOf = (db: Database, unit: string, officer: string) =>
  db
    .selectFrom('letter')
    .innerJoin('case_file', 'case_file.id', 'letter.case_id')
    .innerJoin('unit', 'unit.id', 'letter.unit_id')
    .leftJoin('kind', 'kind.code', 'case_file.kind')
    .selectAll('letter')
    .select(['unit.name as unit_name', 'kind.name_zh', 'kind.name_en', 'case_file.value', 'case_file.context'])
    .select((eb) =>
      eb
        .selectFrom('deadline')
        .select('deadline.due_on')
        .whereRef('deadline.case_id', '=', 'letter.case_id')
        .whereRef('deadline.track', '=', 'letter.track')
        .where('deadline.name', '=', 'rectification')
        .where('deadline.state', 'in', ['open', 'lapsed'])
        .limit(1)
        .as('due_on'),
    )
    .select((eb) =>
      eb
        .exists(eb.selectFrom('result').select('result.id').whereRef('result.letter_id', '=', 'letter.id'))
        .as('answered_once'),
    )
    .select(
      sql<Owed[] | null>`(
      select json_agg(json_build_object('name', name, 'due_on', due_on, 'set_on', set_on, 'days', days, 'rung', rung)
        order by due_on, name)
      from deadline where deadline.case_id = letter.case_id and deadline.track = letter.track
        and deadline.name in ('acknowledgement', 'rectification', 'orderAnswer') and deadline.state in ('open', 'lapsed'))`.as(
        'owed',
      ),
    )
    .where('letter.unit_id', '=', unit)
    .where(sql<boolean>`not (${officer}::uuid = any (case_file.accused_people))`)
