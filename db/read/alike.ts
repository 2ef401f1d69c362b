import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

export type Like = { caseId: string; others: readonly string[]; away: readonly string[] }

/**
 * Those of the other cases that may be one matter with this one, each with the main case that it follows, or itself.
 * Whoever may not know of one of the two hears of neither. The two matters of one report are no repetition.
 */
export const listAlike = (db: Database, { caseId, others, away }: Like) =>
  db
    .selectFrom('case_file as like')
    .innerJoin('case_file', (join) => join.on(sql<boolean>`case_file.id = coalesce("like".main_case, "like".id)`))
    .leftJoin('case_file as asked', (join) => join.on('asked.id', '=', caseId))
    .leftJoin('kind', 'kind.code', 'case_file.kind')
    .leftJoin('unit', 'unit.id', 'case_file.place_unit')
    .select(['like.id as like_id', 'case_file.id', 'case_file.number', 'case_file.life', 'case_file.revision'])
    .select(['case_file.kind', 'kind.name_zh', 'kind.name_en', 'case_file.place_unit', 'unit.name as place'])
    .select(['case_file.accused', 'case_file.accused_provisional', 'case_file.received_on'])
    .select((eb) =>
      eb
        .exists(
          eb.selectFrom('case_file as part').select('part.id').whereRef('part.main_case', '=', 'case_file.id').limit(1),
        )
        .as('is_main'),
    )
    .where(sql<boolean>`"like".id = any(${others}::uuid[])`)
    .where('case_file.id', '!=', caseId)
    .where(sql<boolean>`(case_file.split_from in (asked.id, asked.split_from)) is not true`)
    .where(sql<boolean>`asked.split_from is distinct from case_file.id`)
    .where(mayKnow(away))
    .where(mayKnow(away, 'like'))
    .execute()
export type Alike = Awaited<ReturnType<typeof listAlike>>[number]
