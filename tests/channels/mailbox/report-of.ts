import type { MailTown } from '#tests/world/mail-town.ts'
import { folded } from '#workflows/folded.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { openText } from '#workflows/protection/cipher.ts'

/** What became of a mail that is a report. */
export async function reportOf({ town }: MailTown, mailId: string) {
  const { db, keys } = town
  const { report_id } = await db.selectFrom('mail').selectAll().where('id', '=', mailId).executeTakeFirstOrThrow()
  const row = await db.selectFrom('report').selectAll().where('id', '=', report_id).executeTakeFirstOrThrow()
  const key = await caseKey(db, keys, row.case_id)
  const open = (column: 'body' | 'folded') => {
    const sealed = row[column]
    return sealed ? openText(key, { table: 'report', column, row: row.id }, sealed) : null
  }
  const files = await db.selectFrom('file').selectAll().where('owner_id', '=', row.id).execute()
  const named = files.map(({ id, name, type, size }) => ({
    name: openText(key, { table: 'file', column: 'name', row: id }, name),
    type,
    size,
  }))
  const { accused_provisional: accused } = await town.row(row.case_id)
  return {
    row,
    body: open('body') ?? '',
    folded: folded.parse(JSON.parse(open('folded') ?? '[]')),
    files: named,
    accused,
  }
}
