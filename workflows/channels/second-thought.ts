import { createHash, randomUUID } from 'node:crypto'
import { findCase, type ReportRow } from '#db/read/cases.ts'
import { listFilesOfReport } from '#db/read/files.ts'
import type { Transaction } from '#db/transaction.ts'
import { markCaseNotDispatched } from '#db/write/cases.ts'
import { insertSealedContact, markReportHasContact, markReportNotDispatched } from '#db/write/reports.ts'
import type { House } from '#workflows/house.ts'
import { type DataKey, openText } from '#workflows/protection/cipher.ts'
import { vaultPublicKey } from '#workflows/protection/keys.ts'
import { sealContact } from '#workflows/vault/seal.ts'
import type { Report } from './report.ts'
import { storeFile } from './store-file.ts'

/**
 * What the same form says more the second time: new files and a contact join the report at once, the wish that it not go
 * to the own territory is never lost, and other words come back to be taken as a supplement (null: nothing new was said).
 */
export async function keepSecondThought(
  house: House,
  tx: Transaction,
  key: DataKey,
  row: ReportRow,
  said: Report,
): Promise<string | null> {
  if (said.noDispatch) {
    await markReportNotDispatched(tx, row.id)
    await markCaseNotDispatched(tx, row.case_id)
    const main = (await findCase(tx, row.case_id))?.main_case
    if (main) await markCaseNotDispatched(tx, main)
  }
  const vault = vaultPublicKey(house.keys)
  if (said.contact && vault && !row.has_contact) {
    await insertSealedContact(tx, {
      id: randomUUID(),
      report_id: row.id,
      sealed: sealContact(vault, said.contact, row.id),
    })
    await markReportHasContact(tx, row.id)
  }
  const there = await listFilesOfReport(tx, row.id)
  const isThere = ({ name, bytes }: Report['files'][number]) =>
    there.some(
      (file) =>
        file.size === bytes.length &&
        openText(key, { table: 'file', column: 'name', row: file.id }, file.name) === name,
    )
  for (const file of said.files)
    if (!isThere(file)) await storeFile(tx, key, { caseId: row.case_id, owner: 'report', ownerId: row.id }, file)

  const before = (column: 'body' | 'place' | 'unit' | 'happened') => {
    const sealed = row[column]
    return sealed ? openText(key, { table: 'report', column, row: row.id }, sealed) : undefined
  }
  const other = [
    said.text === before('body') ? undefined : said.text,
    said.place === before('place') ? undefined : said.place,
    said.unit === before('unit') ? undefined : said.unit,
    said.happened === before('happened') ? undefined : said.happened,
  ].filter((part) => part !== undefined)
  return other.length > 0 ? other.join('\n') : null
}

/** The same words sent twice by an impatient click are one supplement. */
export const requestOf = (words: string): string => `again ${createHash('sha256').update(words).digest('base64url')}`
