import { randomUUID } from 'node:crypto'
import { inOneTransaction } from '#db/one-transaction.ts'
import { findReport } from '#db/read/cases.ts'
import { inTransaction, type Transaction } from '#db/transaction.ts'
import { insertSealedOriginal } from '#db/write/reports.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { step } from '#workflows/engine/step.ts'
import type { House } from '#workflows/house.ts'
import { vaultPublicKey } from '#workflows/protection/keys.ts'
import { sealOriginal } from '#workflows/vault/seal.ts'
import { filesWithoutReceipts } from './file-without-receipts.ts'
import { asFile, type Said } from './mailbox/report-of-mail.ts'
import { storeFile } from './store-file.ts'

class NotNow extends Error {}

/**
 * Adds to the report whose mail this one answers, all of it or nothing: `keep` writes in the same transaction, before all
 * else, what became of the mail, and what it throws is thrown. False where the report is not there, or its case hears
 * nothing any more.
 */
export async function supplementByMail(
  house: House,
  report: string,
  { raw, said }: { raw: Buffer; said: Pick<Said, 'text' | 'files' | 'folded'> },
  keep: (tx: Transaction) => Promise<void>,
): Promise<boolean> {
  const row = await findReport(house.db, report)
  if (!row) return false
  const files = await filesWithoutReceipts(house, [...said.files, ...asFile(said.folded)])
  try {
    await inOneTransaction(house.db, async (db) => {
      const inside = { ...house, db }
      await inTransaction(db, keep)
      const act = { type: 'supplement', text: said.text }
      const outcome = await step(inside, 'case', row.case_id, act, { kind: 'reporter', report })
      if (outcome.kind === 'refused') throw new NotNow()
      await inTransaction(db, async (tx) => {
        const key = await caseKey(tx, house.keys, row.case_id)
        for (const file of files)
          await storeFile(tx, key, { caseId: row.case_id, owner: 'report', ownerId: report }, file)
        const vault = vaultPublicKey(house.keys)
        const sealed = vault && sealOriginal(vault, raw, report)
        if (sealed) await insertSealedOriginal(tx, { id: randomUUID(), report_id: report, sealed })
      })
    })
    return true
  } catch (error) {
    if (error instanceof NotNow) return false
    throw error
  }
}
