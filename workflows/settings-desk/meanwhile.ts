import { listLastChanges } from '#db/read/settings-journal.ts'
import { listUnits } from '#db/read/units.ts'
import type { Transaction } from '#db/transaction.ts'
import type { House } from '#workflows/house.ts'
import { type Difference, differencesOf, openChange } from '#workflows/reading/settings-change.ts'

/** What somebody else changed since the page was drawn. */
export type ChangedMeanwhile = { by: string | null; at: Date; type: string; differences: Difference[] }

/** So far back it is looked for who changed the same thing. */
const LOOK_BACK = 500

/** The answer to whoever changes what somebody else changed first: the newest `count` changes of that subject. */
export async function changedSince(
  { keys }: Pick<House, 'keys'>,
  tx: Transaction,
  subject: string,
  count: number,
): Promise<{ kind: 'refused'; code: 'stale'; meanwhile: ChangedMeanwhile[] }> {
  const names = new Map((await listUnits(tx)).map(({ id, name }) => [id, name]))
  const rows = await listLastChanges(tx, { before: null, most: LOOK_BACK })
  const meanwhile = rows
    .flatMap((row) => {
      const change = openChange(keys, row)
      if (change?.subject !== subject) return []
      const differences = differencesOf(change, (value) => names.get(value) ?? value)
      return [{ by: row.by, at: row.at, type: row.type, differences }]
    })
    .slice(0, Math.max(1, count))
  return { kind: 'refused', code: 'stale', meanwhile }
}
