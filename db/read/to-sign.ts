import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'
import { ledgerRows } from './ledger-rows.ts'

/** States in which a second person is waited for, and the acts of the first, whose latest author may not be the second. */
export type Signature = { lives: readonly string[]; firsts: readonly string[] }
/** What a unit asked for on its letter and nobody has ruled on. */
export type Ruling = 'objection' | 'extension'

/** The cases that wait for this officer's signature or ruling, what presses first, then the earliest date; clear columns only. */
export async function listToSign(
  db: Database,
  asked: {
    me: string
    away: readonly string[]
    signatures: readonly Signature[]
    rulings: readonly Ruling[]
    most: number
  },
) {
  if (asked.signatures.length + asked.rulings.length === 0) return []
  return ledgerRows(db, asked.away)
    .where((eb) =>
      eb.or([
        ...asked.signatures.map(({ lives, firsts }) =>
          eb.and([
            eb('case_file.life', 'in', lives),
            sql<boolean>`(${eb
              .selectFrom('journal')
              .select('actor_id')
              .whereRef('journal.subject_id', '=', 'case_file.id')
              .where('journal.type', 'in', firsts)
              .orderBy('seq', 'desc')
              .limit(1)}) is distinct from ${asked.me}`,
          ]),
        ),
        ...asked.rulings.map((table) =>
          eb.and([
            eb('case_file.life', '=', 'rectifying'),
            eb.exists(
              eb
                .selectFrom(table)
                .select('id')
                .whereRef(`${table}.case_id`, '=', 'case_file.id')
                .where(`${table}.ruled_by`, 'is', null)
                .where(`${table}.by`, '!=', asked.me)
                .$if(table === 'extension', (open) => open.where(sql<boolean>`extension.granted is null`)),
            ),
          ]),
        ),
      ]),
    )
    .orderBy('case_file.urgency')
    .orderBy('case_file.due_order')
    .orderBy('case_file.id')
    .limit(asked.most)
    .execute()
}
