import { countIndexed } from '#db/read/case-index.ts'
import { inTransaction } from '#db/transaction.ts'
import { deleteOrphanEntries, lockUnindexed, type Which } from '#db/write/case-index.ts'
import { putTownValue } from '#db/write/town.ts'
import type { House } from '#workflows/house.ts'
import { REBUILDING, type Rebuilding, rebuilding } from '#workflows/reading/rebuilding.ts'
import { putIntoIndex } from './index-cases.ts'

/** Cases a transaction: their locks are held for some tenths of a second. */
const AT_ONCE = 50

/** `unreadable`: cases of which a text does not open; they are found by what was known of them before, if anything. */
export type Rebuilt = { generation: number; resumed: boolean; indexed: number; unreadable: number }

/**
 * Writes the whole search index anew from what is sealed, whatever stood there; `tell` hears how far it is. What is found
 * meanwhile is what was found before. One that was broken off is resumed where it stood; two at once share the work.
 */
export async function rebuildSearch(
  house: House,
  tell: (indexed: number, of: number) => void = () => {},
): Promise<Rebuilt> {
  const last = await rebuilding(house.db)
  const generation = last.complete ? last.generation + 1 : last.generation
  await keep(house, { generation, complete: false })
  const { missing } = await countIndexed(house.db, generation)
  let indexed = 0
  tell(indexed, missing)
  // an errand that began before the generation was raised writes the old one: such cases come up in another round
  for (let left = missing; left > 0; left = (await countIndexed(house.db, generation)).missing) {
    const before = indexed
    await round(house, generation, (more) => {
      indexed += more
      tell(indexed, Math.max(indexed, missing))
    })
    // all that is left is in somebody's hands: one of them is waited for
    if (indexed === before) indexed += (await putSome(house, generation, { after: null, most: 1, wait: true })).length
  }
  await inTransaction(house.db, deleteOrphanEntries)
  await keep(house, { generation, complete: true })
  const { unreadable } = await countIndexed(house.db, generation)
  return { generation, resumed: !last.complete, indexed, unreadable }
}

/** Goes once through all cases that are missing; those somebody is working on are left to the next round. */
async function round(house: House, generation: number, tell: (indexed: number) => void): Promise<void> {
  for (let after: string | null = null; ; ) {
    const cases = await putSome(house, generation, { after, most: AT_ONCE, wait: false })
    after = cases.at(-1)?.id ?? null
    if (after === null) return
    tell(cases.length)
  }
}

const putSome = (house: House, generation: number, which: Which) =>
  inTransaction(house.db, async (tx) => {
    const cases = await lockUnindexed(tx, generation, which)
    await putIntoIndex(house, tx, cases, generation)
    return cases
  })

const keep = (house: House, value: Rebuilding) => inTransaction(house.db, (tx) => putTownValue(tx, REBUILDING, value))
