import type { Insertable } from 'kysely'
import type { TemplateTable, TemplateVersionTable } from '#db/tables/settings.ts'
import type { Transaction } from '#db/transaction.ts'

type NewTemplate = Omit<Insertable<TemplateTable>, 'version' | 'retired'>
type Written = Pick<Insertable<TemplateVersionTable>, 'parts' | 'by' | 'written_on'>

/** Templates with their first texts. */
export async function insertTemplates(
  tx: Transaction,
  rows: readonly { template: NewTemplate; written: Written }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('template')
    .values(rows.map(({ template }) => ({ ...template, version: 1 })))
    .execute()
  await tx
    .insertInto('template_version')
    .values(rows.map(({ template, written }) => ({ ...written, template_id: template.id, version: 1 })))
    .execute()
}

export const lockTemplate = (tx: Transaction, id: string) =>
  tx.selectFrom('template').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** New texts for a template, beside the old ones. Its purpose is never another. */
export async function markTemplateWritten(
  tx: Transaction,
  { id, version, ...changed }: Omit<NewTemplate, 'purpose'> & { version: number },
  written: Written,
): Promise<void> {
  await tx
    .updateTable('template')
    .set({ ...changed, version })
    .where('id', '=', id)
    .execute()
  await tx
    .insertInto('template_version')
    .values({ ...written, template_id: id, version })
    .execute()
}

export async function markTemplateRetired(tx: Transaction, id: string, retired: boolean): Promise<void> {
  await tx.updateTable('template').set({ retired }).where('id', '=', id).execute()
}

/** Which of these templates are there already. */
export async function listKnownTemplates(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.selectFrom('template').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}
