import type { Database } from '#db/transaction.ts'
import type { TemplateTable } from '#db/tables/settings.ts'

export type TemplatePurpose = TemplateTable['purpose']

/** Every template with its newest texts and who wrote them, in use or retired; a few hundred at most. */
export const listTemplates = (db: Database) => newest(db).execute()
export type TemplateRow = Awaited<ReturnType<typeof listTemplates>>[number]

/** What every template is called, in use or retired. */
export const listTemplateTitles = (db: Database) => db.selectFrom('template').select(['id', 'title as name']).execute()

export const findTemplate = (db: Database, id: string) => newest(db).where('template.id', '=', id).executeTakeFirst()

/** Those in use for some purposes that are for this kind or for any. */
export const listUsableTemplates = (db: Database, purposes: readonly TemplatePurpose[], kind: string | null) =>
  newest(db)
    .where('purpose', 'in', purposes)
    .where('template.retired', '=', false)
    .where((eb) => eb.or([eb('template.kind', 'is', null), eb('template.kind', '=', kind)]))
    .execute()

const newest = (db: Database) =>
  db
    .selectFrom('template')
    .innerJoin('template_version', (join) =>
      join
        .onRef('template_version.template_id', '=', 'template.id')
        .onRef('template_version.version', '=', 'template.version'),
    )
    .leftJoin('kind', 'kind.code', 'template.kind')
    .leftJoin('staff', 'staff.id', 'template_version.by')
    .select(['template.id', 'purpose', 'template.kind', 'outcome', 'title', 'template.version', 'template.retired'])
    .select(['parts', 'written_on', 'staff.name as by', 'kind.name_zh', 'kind.name_en'])
    .orderBy('purpose')
    .orderBy('kind.position', (order) => order.asc().nullsFirst())
    .orderBy('title')
    .orderBy('template.id')

/** Every text a template ever had, the newest first. */
export const listTemplateVersions = (db: Database, id: string) =>
  db
    .selectFrom('template_version')
    .leftJoin('staff', 'staff.id', 'template_version.by')
    .select(['version', 'parts', 'written_on', 'staff.name as by'])
    .where('template_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
