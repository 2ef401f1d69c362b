import { CompiledQuery } from 'kysely'
import { z } from 'zod'
import { PREPARED } from '#db/prepared.ts'
import type { Database } from '#db/transaction.ts'
import type { DeadlineRow } from '#db/write/deadlines.ts'

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
type Row = Omit<StoredSituation, 'acts' | 'letters'> & { acts: unknown; letters: unknown }

const QUERY = `${PREPARED} select
  (select coalesce(json_agg(json_build_object('seq', seq, 'type', type, 'actor_kind', actor_kind, 'actor_id', actor_id,
    'actor_role', actor_role, 'at', at) order by seq), '[]') from journal where subject_id = $1::uuid) as acts,
  (select coalesce(json_agg(json_build_object('id', id, 'track', track, 'unit_id', unit_id, 'issued_by', issued_by)),
    '[]') from letter where case_id = $1::uuid and not superseded) as letters,
  (select coalesce(json_agg(to_json(deadline)), '[]') from deadline
    where case_id = $1::uuid and state in ('open', 'paused', 'lapsed')) as dates,
  (select wrapped from data_key where id = $1::uuid) as wrapped,
  (select hash from journal where subject_id = $1::uuid order by seq desc limit 1) as hash,
  coalesce((select value::integer from town where name = 'settingsRevision'), 0) as settings`

/** All that is stored about a case beside its row, in one way to the database and back. Ask after locking the case. */
export async function findSituation(db: Database, caseId: string): Promise<StoredSituation> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(QUERY, [caseId]))
  const [row] = rows
  if (!row) throw new Error('a query of one row gave none')
  return { ...row, acts: z.array(act).parse(row.acts), letters: z.array(letter).parse(row.letters) }
}
