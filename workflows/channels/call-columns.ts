import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { findColumnMapping } from '#db/read/hotline.ts'
import { inTransaction } from '#db/transaction.ts'
import { putColumnMapping } from '#db/write/hotline.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import type { Remembered } from './hotline/calls-in-file.ts'
import { MEANINGS, saysSomething } from './hotline/columns.ts'

const mapping = z.array(z.enum(MEANINGS))

/** What somebody said that the columns under some headings mean. */
export const rememberedColumns =
  ({ db, keys }: House): Remembered =>
  async (headings) => {
    const found = mapping.safeParse(await findColumnMapping(db, headingsMark(keys, headings)))
    return found.success && found.data.length === headings.length ? found.data : null
  }

/**
 * Remembers what each column means, for every file with these headings from now on. False where none of them says what
 * was said, or the answer does not fit the headings.
 */
export async function keepColumns(house: House, by: Staff, headings: string[], said: string[]): Promise<boolean> {
  const meanings = mapping.safeParse(said)
  if (!meanings.success || meanings.data.length !== headings.length || !meanings.data.some(saysSomething)) return false
  const row = {
    headings: headingsMark(house.keys, headings),
    mapping: JSON.stringify(meanings.data),
    changed_by: by.id,
    changed_on: dayOf(house.clock.town()),
  }
  await inTransaction(house.db, (tx) => putColumnMapping(tx, row))
  return true
}

const headingsMark = (keys: Keys, headings: string[]): Buffer =>
  createHmac('sha256', keys.receipt).update('headings\n').update(JSON.stringify(headings)).digest()
