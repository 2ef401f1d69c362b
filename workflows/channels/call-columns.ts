import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { findColumnMapping } from '#db/read/hotline.ts'
import type { House } from '#workflows/house.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import type { Remembered } from './hotline/call-file.ts'
import { MEANINGS } from './hotline/columns.ts'

/** What each column means, in their order. */
export const columnMapping = z.array(z.enum(MEANINGS))

/** What somebody said that the columns under some headings mean. */
export const rememberedColumns =
  ({ db, keys }: House): Remembered =>
  async (headings) => {
    const found = columnMapping.safeParse(await findColumnMapping(db, headingsMark(keys, headings)))
    return found.success && found.data.length === headings.length ? found.data : null
  }

/** By what headings are known again. */
export const headingsMark = (keys: Keys, headings: string[]): Buffer =>
  createHmac('sha256', keys.receipt).update('headings\n').update(JSON.stringify(headings)).digest()
