import { findColumnMapping } from '#db/read/hotline.ts'
import { inTransaction } from '#db/transaction.ts'
import { putColumnMapping } from '#db/write/hotline.ts'
import { columnMapping, headingsMark } from '#workflows/channels/call-columns.ts'
import { saysSomething } from '#workflows/channels/hotline/columns.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { keepChange } from './keep-change.ts'

/**
 * Remembers what each column means, for every file with these headings from now on, whoever imports it: it decides what
 * of a call is kept, so that it is on the record of the house. Of the headings there is a keyed mark only, for a file
 * without any has the first call in their place. False where none of them says what was said, or the answer does not fit
 * the headings.
 */
export async function keepColumns(house: House, by: Staff, headings: string[], said: string[]): Promise<boolean> {
  const meanings = columnMapping.safeParse(said)
  if (!meanings.success || meanings.data.length !== headings.length || !meanings.data.some(saysSomething)) return false
  const mark = headingsMark(house.keys, headings)
  await inTransaction(house.db, async (tx) => {
    const known = columnMapping.safeParse(await findColumnMapping(tx, mark))
    const before = known.success ? { columns: known.data } : null
    const after = { columns: meanings.data }
    // the same word twice
    if (JSON.stringify(before) === JSON.stringify(after)) return
    await putColumnMapping(tx, {
      headings: mark,
      mapping: JSON.stringify(meanings.data),
      changed_by: by.id,
      changed_on: dayOf(house.clock.town()),
    })
    await keepChange(house, tx, by, 'keepColumns', { subject: mark.toString('hex').slice(0, 8), before, after })
  })
  return true
}
