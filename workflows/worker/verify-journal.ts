import { z } from 'zod'
import { putTownValue } from '#db/write/town.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { JOURNAL_VERDICT } from '#workflows/reading/journal-verdict.ts'
import type { Doer } from './do-errand.ts'

const asked = z.object({ by: z.uuid() })

/** Walks every chain for the auditor who asked, and keeps what it came to with its time. */
export const verifyTheJournal: Doer = async ({ db, clock }, tx, errand) => {
  const { by } = asked.parse(errand.payload)
  const verdict = await verifyJournal(db)
  await putTownValue(tx, JOURNAL_VERDICT, { ...verdict, by, at: clock.town().toISOString() })
}
