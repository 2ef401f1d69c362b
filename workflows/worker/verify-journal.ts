import { z } from 'zod'
import { putTownValue } from '#db/write/town.ts'
import { verifyRecord } from '#workflows/audit/verify-record.ts'
import { JOURNAL_VERDICT } from '#workflows/reading/journal-verdict.ts'
import type { Doer } from './do-errand.ts'

const asked = z.object({ by: z.uuid() })

/** Proves the whole record for the auditor who asked, and keeps what it came to with its time. */
export const verifyTheJournal: Doer = async (house, tx, errand) => {
  const { by } = asked.parse(errand.payload)
  const verdict = await verifyRecord(house)
  await putTownValue(tx, JOURNAL_VERDICT, { ...verdict, by, at: house.clock.town().toISOString() })
}
