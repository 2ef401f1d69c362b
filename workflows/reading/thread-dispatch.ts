import { listStandingAnnouncements } from '#db/read/announcements.ts'
import { listUnits } from '#db/read/units.ts'
import type { Transaction } from '#db/transaction.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { cellsOf } from './cells.ts'

/** A brief that rests on what this reporter said: where it goes, its words, and until when they may say no. */
export type Announced = { to: string[]; brief: string; by: string; inTime: boolean }

/**
 * What was announced to one reporter: the brief that waits to leave, and the one that left. Of briefs that rest on what
 * others said there is nothing here.
 */
export async function readAnnounced(
  tx: Transaction,
  keys: Keys,
  { report, caseId, today }: { report: string; caseId: string; today: string },
): Promise<{ waiting: Announced | null; sent: Announced | null }> {
  const standing = await listStandingAnnouncements(tx, { report, caseId })
  if (standing.length === 0) return { waiting: null, sent: null }
  const { open } = (await cellsOf(tx, keys, [caseId]))(caseId)
  const units = await listUnits(tx)
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? ''
  const announced = (row: (typeof standing)[number] | undefined): Announced | null =>
    row
      ? {
          to: [nameOf(row.territory_unit), nameOf(row.department_unit)],
          brief: open('brief', 'body', row.brief_id, row.body),
          by: row.object_until,
          inTime: row.object_until >= today,
        }
      : null
  return { waiting: announced(standing.find(({ sent }) => !sent)), sent: announced(standing.find(({ sent }) => sent)) }
}
