import { z } from 'zod'
import { findKnownCase, listOpenPages } from '#db/read/open-pages.ts'
import { listUnits } from '#db/read/units.ts'
import { inTransaction } from '#db/transaction.ts'
import { deleteOpenPage, upsertOpenPage } from '#db/write/open-pages.ts'
import { mayNotKnow, shutsOut } from '#workflows/assignment/answers.ts'
import { MINUTE } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { PERMISSIONS } from '#workflows/roles/permissions.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** A page that has not been seen for so long is closed. It says that it is there every 75 seconds. */
const LASTS = 3 * MINUTE
/** Who works on cases. That an auditor looks is on record, and nobody else's to watch. */
const WORKERS: readonly string[] = PERMISSIONS.note

/** Somebody else who has the case open, and since when (wall time, ISO). */
export type OtherHere = { id: string; name: string; since: string }

export const goneBefore = (now: Date): Date => new Date(now.getTime() - LASTS)

/** Notes that this officer has the case open, and answers who else does; nobody, where they may not know of it. */
export function stayOpen({ db, clock }: House, by: Staff, caseId: string): Promise<OtherHere[]> {
  if (!z.uuid().safeParse(caseId).success) return Promise.resolve([])
  const now = clock.wall()
  return inTransaction(db, async (tx) => {
    const units = await listUnits(tx)
    const file = await findKnownCase(tx, caseId, shutsOut(units, by))
    if (!file) return []
    const page = { case_id: caseId, staff_id: by.id, since: now, seen_at: now }
    if (by.roles.some((role) => WORKERS.includes(role))) await upsertOpenPage(tx, page, goneBefore(now))
    const accused = [...file.accused, ...file.accused_provisional, ...file.accused_people]
    return (await listOpenPages(tx, caseId, goneBefore(now)))
      .filter(({ id, unit_id }) => id !== by.id && !mayNotKnow(units, { id, unit: unit_id }, accused))
      .map(({ id, name, since }) => ({ id, name, since: since.toISOString() }))
  })
}

/** The page was closed. */
export async function leaveOpen({ db }: House, by: Staff, caseId: string): Promise<void> {
  if (z.uuid().safeParse(caseId).success) await inTransaction(db, (tx) => deleteOpenPage(tx, caseId, by.id))
}
