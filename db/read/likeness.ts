import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

export const findLikeness = (db: Database, caseId: string) =>
  db.selectFrom('search.likeness').select(['signature', 'bands']).where('case_id', '=', caseId).executeTakeFirst()

export type Like = { caseId: string; bands: readonly number[]; away: readonly string[]; most: number }

/**
 * The cases that share a band with this one, each with its signature and with the main case that it follows, or itself.
 * Whoever may not know of one of the two hears of neither. The two matters of one report are no repetition.
 */
export const listAlike = (db: Database, { caseId, bands, away, most }: Like) =>
  db
    .selectFrom('search.likeness')
    .innerJoin('case_file as like', 'like.id', 'search.likeness.case_id')
    .innerJoin('case_file', (join) => join.on(sql<boolean>`case_file.id = coalesce("like".main_case, "like".id)`))
    .leftJoin('case_file as asked', (join) => join.on('asked.id', '=', caseId))
    .leftJoin('kind', 'kind.code', 'case_file.kind')
    .leftJoin('unit', 'unit.id', 'case_file.place_unit')
    .select(['search.likeness.signature', 'case_file.id', 'case_file.number', 'case_file.life', 'case_file.revision'])
    .select(['case_file.kind', 'kind.name_zh', 'kind.name_en', 'case_file.place_unit', 'unit.name as place'])
    .select(['case_file.accused', 'case_file.accused_provisional', 'case_file.received_on'])
    .select((eb) =>
      eb
        .exists(
          eb.selectFrom('case_file as part').select('part.id').whereRef('part.main_case', '=', 'case_file.id').limit(1),
        )
        .as('is_main'),
    )
    .where(sql<boolean>`likeness.bands && ${bands}::integer[]`)
    .where('like.id', '!=', caseId)
    .where('case_file.id', '!=', caseId)
    .where(sql<boolean>`(case_file.split_from in (asked.id, asked.split_from)) is not true`)
    .where(sql<boolean>`asked.split_from is distinct from case_file.id`)
    .where(mayKnow(away))
    .where(mayKnow(away, 'like'))
    .limit(most)
    .execute()
export type Alike = Awaited<ReturnType<typeof listAlike>>[number]
