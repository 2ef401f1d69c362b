import type { Database } from '#db/transaction.ts'
import { SETTINGS_CHAIN } from '#db/write/settings-chain.ts'

/** The newest changes of settings, those of these types where some are named, before a place in the chain. */
export const listLastChanges = (
  db: Database,
  { before, most, types }: { before: number | null; most: number; types?: readonly string[] },
) =>
  db
    .selectFrom('journal')
    .leftJoin('staff', 'staff.id', 'journal.actor_id')
    .select(['subject_id', 'seq', 'type', 'at', 'payload', 'staff.name as by'])
    .where('subject_id', '=', SETTINGS_CHAIN)
    .$if(before !== null, (rows) => rows.where('seq', '<', before ?? 0))
    .$if(types !== undefined, (rows) => rows.where('type', 'in', [...(types ?? [])]))
    .orderBy('seq', 'desc')
    .limit(most)
    .execute()
