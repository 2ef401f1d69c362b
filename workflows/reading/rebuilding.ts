import { z } from 'zod'
import { findTownValue } from '#db/read/town.ts'
import type { Database } from '#db/transaction.ts'

/** The row of the town that tells of the newest rebuilding of the search index. */
export const REBUILDING = 'searchRebuilding'

const stored = z.object({ generation: z.int().positive(), complete: z.boolean() })
export type Rebuilding = z.infer<typeof stored>
/** A town that never rebuilt its index has filled it case by case. */
const NEVER: Rebuilding = { generation: 1, complete: true }

/** The newest rebuilding of the search index, and whether it came to its end. */
export async function rebuilding(db: Database): Promise<Rebuilding> {
  const value = await findTownValue(db, REBUILDING)
  return value === undefined ? NEVER : stored.parse(value)
}
