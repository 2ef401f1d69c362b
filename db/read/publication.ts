import type { Database } from '#db/transaction.ts'

/** The public list goes by day; the last row of the page before. */
export type PublishedEnd = { day: string; id: string }
const PUBLISHED = ['published.standing', 'published.correctionProposed']

/** Published typical cases, the newest first; `kind`: those that draw on a case of this kind. Texts stay sealed. */
export const listPublished = (
  db: Database,
  { kind, after, most }: { kind: string | null; after: PublishedEnd | null; most: number },
) =>
  db
    .selectFrom('typical_case')
    .selectAll()
    .where('life', 'in', PUBLISHED)
    .where('published_on', 'is not', null)
    .$if(kind !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('typical_case_source')
            .innerJoin('case_file', 'case_file.id', 'typical_case_source.case_id')
            .select('case_file.id')
            .whereRef('typical_case_source.typical_case_id', '=', 'typical_case.id')
            .where('case_file.kind', '=', kind),
        ),
      ),
    )
    .$if(after !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('published_on', '<', after?.day ?? ''),
          eb.and([eb('published_on', '=', after?.day ?? ''), eb('id', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('published_on', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()

/** A typical case that the public has an address for, also where it was taken back. */
export const findBySlug = (db: Database, slug: string) =>
  db.selectFrom('typical_case').selectAll().where('slug', '=', slug).executeTakeFirst()

/** The kinds that published typical cases are about. */
export const listPublishedKinds = (db: Database) =>
  kindsOfTypicalCases(db).where('typical_case.life', 'in', PUBLISHED).orderBy('kind.position').execute()

/** What some typical cases are about. */
export const listKindsOf = (db: Database, ids: readonly string[]) =>
  kindsOfTypicalCases(db)
    .select('typical_case.id')
    .where('typical_case.id', 'in', ids)
    .orderBy('kind.position')
    .execute()

const kindsOfTypicalCases = (db: Database) =>
  db
    .selectFrom('typical_case')
    .innerJoin('typical_case_source', 'typical_case_source.typical_case_id', 'typical_case.id')
    .innerJoin('case_file', 'case_file.id', 'typical_case_source.case_id')
    .innerJoin('kind', 'kind.code', 'case_file.kind')
    .select(['kind.code', 'kind.name_zh', 'kind.name_en', 'kind.position'])
    .distinct()

export async function countPublished(db: Database): Promise<number> {
  const row = await db
    .selectFrom('typical_case')
    .select(({ fn }) => fn.countAll<string>().as('cases'))
    .where('life', 'in', PUBLISHED)
    .executeTakeFirstOrThrow()
  return Number(row.cases)
}
