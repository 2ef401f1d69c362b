import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { ColumnMappingTable, HotlineImportRowTable, HotlineImportTable } from '#db/tables/hotline.ts'
import type { Database, Transaction } from '#db/transaction.ts'

export async function insertHotlineImport(tx: Transaction, row: Insertable<HotlineImportTable>): Promise<void> {
  await tx.insertInto('hotline_import').values(row).execute()
}

export async function insertHotlineImportRows(
  tx: Transaction,
  rows: readonly Insertable<HotlineImportRowTable>[],
): Promise<void> {
  await tx.insertInto('hotline_import_row').values(rows).execute()
}

/** Takes somebody's own import, held until the transaction ends. */
export const lockHotlineImport = (tx: Transaction, id: string) =>
  tx.selectFrom('hotline_import').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function markHotlineImport(
  tx: Transaction,
  id: string,
  state: 'running' | 'done' | 'dropped',
): Promise<void> {
  await tx.updateTable('hotline_import').set({ state }).where('id', '=', id).execute()
}

/** What became of a row that waited. Its words go, unless they are to be mended. */
export async function markImportRow(
  db: Database,
  { id, position }: { id: string; position: number },
  outcome: { outcome: 'report' | 'duplicate' | 'refused'; reason: string | null; report: string | null },
): Promise<void> {
  await db
    .updateTable('hotline_import_row')
    .set({
      outcome: outcome.outcome,
      reason: outcome.reason,
      report_id: outcome.report,
      ...(outcome.outcome === 'refused' ? {} : { sealed: null }),
    })
    .where('import_id', '=', id)
    .where('position', '=', position)
    .where('outcome', '=', 'waiting')
    .execute()
}

/** Imports that nobody confirmed are dropped, and what waited to be mended is kept no longer. */
export async function dropOldImports(
  tx: Transaction,
  { previewedBefore, doneBefore }: { previewedBefore: Date; doneBefore: Date },
): Promise<void> {
  await tx
    .updateTable('hotline_import')
    .set({ state: 'dropped' })
    .where('state', '=', 'previewed')
    .where('made_at', '<', previewedBefore)
    .execute()
  await tx
    .updateTable('hotline_import_row')
    .set({ sealed: null })
    .where('sealed', 'is not', null)
    .where('import_id', 'in', (from) =>
      from
        .selectFrom('hotline_import')
        .select('id')
        .where((any) =>
          any.or([any('state', '=', 'dropped'), any.and([any('state', '=', 'done'), any('made_at', '<', doneBefore)])]),
        ),
    )
    .execute()
}

export async function putColumnMapping(tx: Transaction, row: Insertable<ColumnMappingTable>): Promise<void> {
  await tx
    .insertInto('column_mapping')
    .values(row)
    .onConflict((c) =>
      c.column('headings').doUpdateSet((eb) => ({
        mapping: eb.ref('excluded.mapping'),
        changed_by: eb.ref('excluded.changed_by'),
        changed_on: eb.ref('excluded.changed_on'),
      })),
    )
    .execute()
}

/** The public replies to these calls were written out for the sender. */
export async function markCallsAnswered(tx: Transaction, reports: readonly string[], on: string): Promise<void> {
  await tx.updateTable('hotline_call').set({ answered_on: on }).where('report_id', 'in', reports).execute()
}

/** Remembers what is taken once; false where it was taken before. */
export async function takeOnce(db: Database, digest: Buffer, expires: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into used_challenge (digest, expires_at) values (${digest}, ${expires})
    on conflict do nothing returning 1`.execute(db)
  return rows.length === 1
}
export async function forgetTaken(db: Database, digest: Buffer): Promise<void> {
  await db.deleteFrom('used_challenge').where('digest', '=', digest).execute()
}
