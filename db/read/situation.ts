import { CompiledQuery } from 'kysely'
import { z } from 'zod'
import { PREPARED } from '#db/prepared.ts'
import type { Database } from '#db/transaction.ts'
import type { DeadlineRow } from '#db/write/deadlines.ts'

// made once: making a schema costs more than asking it
const act = z.object({
  seq: z.number(),
  type: z.string(),
  actor_kind: z.string(),
  actor_id: z.string().nullable(),
  actor_role: z.string().nullable(),
  at: z.coerce.date(),
})
const letter = z.object({
  id: z.string(),
  track: z.enum(['territory', 'department']),
  unit_id: z.string(),
  issued_by: z.string(),
})
const allActs = z.array(act)
const allLetters = z.array(letter)
/** Who did which act on a case, as every "someone else" is judged by. */
export type PastAct = z.infer<typeof act>
/** A letter in force, without its words. */
export type StandingLetter = z.infer<typeof letter>

export type StoredSituation = {
  acts: PastAct[]
  letters: StandingLetter[]
  /** every date that still counts */
  dates: DeadlineRow[]
  /** the case's wrapped key; null where it was destroyed */
  wrapped: Buffer | null
  /** hash of the newest row of its journal */
  hash: Buffer | null
  /** revision of the settings */
  settings: number
}
/** The same, as it comes from the database. */
export type SituationColumns = Omit<StoredSituation, 'acts' | 'letters'> & { acts: unknown; letters: unknown }

const QUERY = `${PREPARED} select acts, letters, dates, wrapped, hash, settings from engine.about_case($1)`

/** All that is stored about a case beside its row, in one way to the database and back. */
export async function findSituation(db: Database, caseId: string): Promise<StoredSituation> {
  const { rows } = await db.executeQuery<SituationColumns>(CompiledQuery.raw(QUERY, [caseId]))
  const [row] = rows
  if (!row) throw new Error('a query of one row gave none')
  return storedIn(row)
}

export const storedIn = ({ acts, letters, dates, wrapped, hash, settings }: SituationColumns): StoredSituation => ({
  acts: allActs.parse(acts),
  letters: allLetters.parse(letters),
  dates,
  wrapped,
  hash,
  settings,
})
