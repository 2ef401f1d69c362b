import { countReasons, listReasonsOf } from '#db/read/reasons.ts'
import type { House } from '#workflows/house.ts'
import { cellsOf } from './cells.ts'
import { readEach } from './read-each.ts'

type Asked = { away: readonly string[]; from: Date; to: Date; most: number }

/** Why one officer opened cases that were not theirs, the latest first. Null where the words of a reason do not open. */
export async function readReasonsOf({ db, keys }: House, staffId: string, asked: Asked) {
  const rows = await listReasonsOf(db, staffId, asked)
  const ids = [...new Set(rows.map(({ case_id }) => case_id))]
  const cellsFor = await readEach(ids, (some) => cellsOf(db, keys, some))
  return rows.map(({ id, case_id, at, number, reason }) => {
    const cells = cellsFor(case_id)
    const words = cells === 'unreadable' || reason === null ? null : cells.open('look', 'reason', id, reason)
    return { id, at, number, reason: words }
  })
}
export type GivenReason = Awaited<ReturnType<typeof readReasonsOf>>[number]

/** How many cases each officer opened so, by month. */
export const readReasonCounts = ({ db }: House, asked: Omit<Asked, 'most'>) => countReasons(db, asked)
export type ReasonCount = Awaited<ReturnType<typeof readReasonCounts>>[number]
