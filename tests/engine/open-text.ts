import type { Town } from '#tests/world/town.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { openText } from '#workflows/protection/cipher.ts'

/** The newest note (or brief, or what was said in the thread) of a case, in clear. */
export async function openCaseText(town: Town, caseId: string, table: 'note' | 'message' | 'brief'): Promise<string> {
  const rows = await town.db.selectFrom(table).select(['id', 'body']).where('case_id', '=', caseId).execute()
  const row = rows.at(-1)
  if (!row) throw new Error(`the case has no ${table}`)
  return openText(await caseKey(town.db, town.keys, caseId), { table, column: 'body', row: row.id }, row.body)
}
