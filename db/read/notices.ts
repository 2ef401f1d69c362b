import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

/**
 * Whose notices, and what they may still know of. `unitNames`: the notices that go to a unit about a letter of its own,
 * of which it knows whatever the case accuses. `may`: what notices may be about, as their roles are now.
 */
export type NoticesOf = {
  staff: string
  unit: string
  away: readonly string[]
  unitNames: readonly string[]
  /** the notices that lead to the supervision screen, and name no case */
  oversightNames: readonly string[]
  may: { cases: boolean; letters: boolean; oversight: boolean }
}

/** An officer's notices, the newest first, each with where it leads. Clear columns only. */
export const listNotices = (db: Database, asked: NoticesOf & { unread: boolean; most: number }) =>
  known(db, asked)
    .$if(asked.unread, (query) => query.where('notice.read_on', 'is', null))
    .select(['notice.id', 'notice.name', 'notice.created_on', 'notice.read_on', 'errand.case_id'])
    .select(sql<string | null>`errand.payload ->> 'typicalCase'`.as('typical_case_id'))
    .select((eb) =>
      // to a unit the case has no number: it is known by the letter
      eb
        .case()
        .when('notice.name', 'in', [...asked.unitNames, ...asked.oversightNames])
        .then(null)
        .else(eb.ref('case_file.number'))
        .end()
        .as('number'),
    )
    .select(letterOf('id', asked.unit).as('letter_id'))
    .select(letterOf('number', asked.unit).as('letter_number'))
    .select(LETTER_IN_FORCE.as('number_in_force'))
    .orderBy('notice.created_on', 'desc')
    .orderBy('notice.id')
    .limit(asked.most)
    .execute()

/** How many an officer has not read; counting stops at `most`. */
export async function countUnread(db: Database, asked: NoticesOf & { most: number }): Promise<number> {
  const unread = known(db, asked).select(sql.lit(1).as('one')).where('notice.read_on', 'is', null).limit(asked.most)
  const { notices } = await db
    .selectFrom(unread.as('unread'))
    .select(({ fn }) => fn.countAll<string>().as('notices'))
    .executeTakeFirstOrThrow()
  return Number(notices)
}

const known = (db: Database, { staff, unit, away, unitNames, oversightNames, may }: NoticesOf) =>
  db
    .selectFrom('notice')
    .innerJoin('errand', 'errand.id', 'notice.errand_id')
    .leftJoin('case_file', 'case_file.id', 'errand.case_id')
    .where('notice.staff_id', '=', staff)
    .where((eb) =>
      eb
        .case()
        .when('notice.name', 'in', unitNames)
        .then(sql<boolean>`${may.letters} and ${letterOf('id', unit)} is not null`)
        .when('notice.name', 'in', oversightNames)
        .then(sql<boolean>`${may.oversight} and ${mayKnow(away)}`)
        .when('errand.case_id', 'is not', null)
        .then(sql<boolean>`${may.cases} and ${mayKnow(away)}`)
        .else(
          eb.not(
            eb.exists(
              eb
                .selectFrom('typical_case_source as drawn')
                .innerJoin('case_file as source', 'source.id', 'drawn.case_id')
                .select('drawn.case_id')
                .where(sql<boolean>`drawn.typical_case_id = (errand.payload ->> 'typicalCase')::uuid`)
                .where((inner) => inner.not(mayKnow(away, 'source'))),
            ),
          ),
        )
        .end(),
    )

/** The letter of that track which this unit was sent last, whether it is in force or not. */
const letterOf = (column: 'id' | 'number', unit: string) => sql<string | null>`(
  select ${sql.ref(`letter.${column}`)} from letter
  where letter.case_id = errand.case_id and letter.track = errand.payload ->> 'track' and letter.unit_id = ${unit}
  order by letter.superseded, letter.issued_on desc, letter.id limit 1)`

/** The number of the letter that a date of its track is about; null where it is one of the office's own. */
const LETTER_IN_FORCE = sql<string | null>`(
  select letter.number from letter
  where letter.case_id = errand.case_id and letter.track = errand.payload ->> 'track' and not letter.superseded)`
