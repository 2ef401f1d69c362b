import { z } from 'zod'
import { listWrappedKeys } from '#db/read/data-keys.ts'
import type { Transaction } from '#db/transaction.ts'
import { type CaseRow, lockCase } from '#db/write/cases.ts'
import { upsertIndexEntries } from '#db/write/case-index.ts'
import type { House } from '#workflows/house.ts'
import { indexTokens } from '#workflows/protection/blind-index.ts'
import { unwrapDataKey } from '#workflows/protection/cipher.ts'
import { type IndexEntry, indexEntry, sealEntry } from '#workflows/protection/index-entry.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { likenessOf } from '#workflows/protection/likeness.ts'
import { type CaseText, numberWords, readCaseTexts } from '#workflows/reading/case-texts.ts'
import { readEach } from '#workflows/reading/read-each.ts'
import { rebuilding } from '#workflows/reading/rebuilding.ts'
import { type Doer, doErrands } from './do-errand.ts'

const aboutCase = z.object({ case: z.uuid() })

/** Makes what was said in a case findable by those who may read it. Under the case's lock: two at once would leave the older. */
export const indexCase: Doer = async (house, tx, errand) => {
  const row = await lockCase(tx, aboutCase.parse(errand.payload).case)
  if (row) await putIntoIndex(house, tx, [row], (await rebuilding(tx)).generation)
}

export const runOnce = (house: House): Promise<number> => doErrands(house, 'index-case', indexCase)

type Indexed = Pick<CaseRow, 'id' | 'number'>

/**
 * Writes what cases are found by, in place of what was there. One that does not open keeps what it had, is marked, and
 * stands in nobody's way. The caller holds their locks.
 */
export async function putIntoIndex(
  { keys }: Pick<House, 'keys'>,
  tx: Transaction,
  cases: readonly Indexed[],
  generation: number,
): Promise<void> {
  if (cases.length === 0) return
  const numbers = new Map(cases.map(({ id, number }) => [id, number]))
  const sealedOf = await readEach([...numbers.keys()], (ids) => sealedEntries(tx, keys, ids, numbers))
  const entries = cases.map(({ id }) => {
    const sealed = sealedOf(id)
    return { case_id: id, generation, sealed: sealed === 'unreadable' ? null : sealed }
  })
  await upsertIndexEntries(tx, entries)
}

async function sealedEntries(
  tx: Transaction,
  keys: Keys,
  ids: readonly string[],
  numbers: ReadonlyMap<string, string>,
) {
  const texts = await readCaseTexts(tx, keys, ids)
  const keyOf = new Map(
    (await listWrappedKeys(tx, ids)).map(({ id, wrapped }) => [id, unwrapDataKey(keys, id, wrapped)]),
  )
  const sealed = new Map(
    Array.from(keyOf, ([id, key]) => [id, sealEntry(key, id, entryOf(keys, numbers.get(id) ?? '', texts(id)))]),
  )
  return (id: string) => sealed.get(id) ?? ERASED
}
/** Of an erased case nothing is left to be found by, and no key to seal it. */
const ERASED = Buffer.alloc(0)

function entryOf(keys: Keys, number: string, said: readonly CaseText[]): IndexEntry {
  const named = said.length > 0 ? [numberWords(number)] : []
  // two ends never meet: a line break is no letter
  const tokens = (texts: readonly string[]) => indexTokens(keys, texts.join('\n'))
  const reported = said.filter(({ name }) => name === 'report').map(({ text }) => text)
  return indexEntry(
    tokens(wordsOf(said, true)),
    tokens([...named, ...wordsOf(said, false)]),
    // by what cases are compared: the report itself. What office and units write later is alike in all cases
    likenessOf(keys, tokens(reported)),
  )
}

const wordsOf = (said: readonly CaseText[], withReporter: boolean) =>
  said.filter((each) => each.withReporter === withReporter).map(({ text }) => text)
