import { isRefusedSince } from '#db/read/cases.ts'
import type { Database } from '#db/transaction.ts'
import type { CaseRow } from '#db/write/cases.ts'
import { lettersIssued } from '#workflows/case/context.ts'
import { restoreCase } from '#workflows/case/versions.ts'

/**
 * Whether a merged case was refused together with its main one. It stays so for its own reporter, who may appeal, though
 * the reporter of the main case has appealed meanwhile: only letters tell that there is more than one.
 */
export async function isRefusedWith(db: Database, row: Pick<CaseRow, 'merged_after'>, main: CaseRow): Promise<boolean> {
  if (lettersIssued(restoreCase(main.machine_version, main.value, main.context).context)) return false
  return isRefusedSince(db, main.id, row.merged_after ?? 0)
}
