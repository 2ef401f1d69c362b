import { z } from 'zod'
import type { Transaction } from '#db/transaction.ts'
import { type CaseRow, lockCase } from '#db/write/cases.ts'
import { upsertSearchTokens } from '#db/write/search-tokens.ts'
import type { House } from '#workflows/house.ts'
import { indexTokens } from '#workflows/protection/blind-index.ts'
import { type CaseText, numberWords, readCaseTexts } from '#workflows/reading/case-texts.ts'
import { rebuilding } from '#workflows/reading/rebuilding.ts'
import { type Doer, doErrands } from './do-errand.ts'
import { keepLikeness } from './keep-likeness.ts'

const aboutCase = z.object({ case: z.uuid() })

/** Makes what was said in a case findable by those who may read it. Under the case's lock: two at once would leave the older. */
export const indexCase: Doer = async (house, tx, errand) => {
  const row = await lockCase(tx, aboutCase.parse(errand.payload).case)
  if (row) await putIntoIndex(house, tx, [row], (await rebuilding(tx)).generation)
}

export const runOnce = (house: House): Promise<number> => doErrands(house, 'index-case', indexCase)

type Indexed = Pick<CaseRow, 'id' | 'number' | 'received_on'>

/** Writes what cases are found by, in place of what was there. The caller holds their locks. */
export async function putIntoIndex(
  { keys }: Pick<House, 'keys'>,
  tx: Transaction,
  cases: readonly Indexed[],
  generation: number,
): Promise<void> {
  const texts = await readCaseTexts(
    tx,
    keys,
    cases.map(({ id }) => id),
  )
  const rows = cases.map(({ id, number, received_on }) => {
    const said = texts(id)
    // an erased case is not found by its number either
    const named = said.length > 0 ? [numberWords(number)] : []
    // two ends never meet: a line break is no letter
    const tokens = (texts: readonly string[]) => indexTokens(keys, texts.join('\n'))
    const office_tokens = tokens([...named, ...wordsOf(said, false)])
    const both = new Set([...office_tokens, ...tokens(wordsOf(said, true))])
    return { case_id: id, received_on, generation, office_tokens, tokens: [...both].sort((one, other) => one - other) }
  })
  await upsertSearchTokens(tx, rows)
  const reported = (id: string) =>
    texts(id)
      .filter(({ name }) => name === 'report')
      .map(({ text }) => text)
      .join('\n')
  await keepLikeness(
    tx,
    keys,
    cases.map(({ id }) => ({ id, reported: reported(id) })),
  )
}

const wordsOf = (said: readonly CaseText[], withReporter: boolean) =>
  said.filter((each) => each.withReporter === withReporter).map(({ text }) => text)
