import { randomUUID } from 'node:crypto'
import { inOneTransaction } from '#db/one-transaction.ts'
import { findReport } from '#db/read/cases.ts'
import { inTransaction } from '#db/transaction.ts'
import { insertMail } from '#db/write/mail.ts'
import { insertSealedOriginal } from '#db/write/reports.ts'
import { dayOf } from '#workflows/clock.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { stepReporter } from '#workflows/engine/step-reporter.ts'
import type { House } from '#workflows/house.ts'
import { vaultPublicKey } from '#workflows/protection/keys.ts'
import { sealOriginal } from '#workflows/vault/seal.ts'
import { asFile, type Said } from './mailbox/report-of-mail.ts'
import { storeFile } from './store-file.ts'

class NotNow extends Error {}

/**
 * Adds to the report whose mail this one answers, all of it or nothing, and answers with the mail's id. Null where the
 * report is not there, or its case hears nothing any more. Throws a violation of `mail_mark_key` for a mail that came before.
 */
export async function supplementByMail(
  house: House,
  report: string,
  { mark, raw, said }: { mark: Buffer; raw: Buffer; said: Said },
): Promise<string | null> {
  const id = randomUUID()
  const row = await findReport(house.db, report)
  if (!row) return null
  const received_on = dayOf(house.clock.town())
  try {
    await inOneTransaction(house.db, async (db) => {
      const inside = { ...house, db }
      await inTransaction(db, (tx) =>
        insertMail(tx, { id, mark, outcome: 'supplement', reason: null, report_id: report, received_on }),
      )
      const act = { type: 'supplement', text: said.text }
      const outcome = await stepReporter(inside, row.case_id, act, { kind: 'reporter', report }, {})
      if (outcome.kind === 'refused') throw new NotNow()
      await inTransaction(db, async (tx) => {
        const key = await caseKey(tx, house.keys, row.case_id)
        for (const file of [...said.files, ...asFile(said.folded)])
          await storeFile(tx, key, { caseId: row.case_id, owner: 'report', ownerId: report }, file)
        const vault = vaultPublicKey(house.keys)
        const sealed = vault && sealOriginal(vault, raw, report)
        if (sealed) await insertSealedOriginal(tx, { id: randomUUID(), report_id: report, sealed })
      })
    })
    return id
  } catch (error) {
    if (error instanceof NotNow) return null
    throw error
  }
}
