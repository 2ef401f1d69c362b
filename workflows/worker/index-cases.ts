import { z } from 'zod'
import { listSealedTexts } from '#db/read/sealed-texts.ts'
import { lockCase } from '#db/write/cases.ts'
import { upsertSearchTokens } from '#db/write/search-tokens.ts'
import type { House } from '#workflows/house.ts'
import { indexTokens } from '#workflows/protection/blind-index.ts'
import { cellsOf } from '#workflows/reading/cells.ts'
import { type Doer, doErrands } from './do-errand.ts'

const aboutCase = z.object({ case: z.uuid() })

/** Makes what was said in a case findable by those who may read it. Under the case's lock: two at once would leave the older. */
export const indexCase: Doer = async ({ keys }, tx, errand) => {
  const { case: id } = aboutCase.parse(errand.payload)
  if (!(await lockCase(tx, id))) return
  const cells = (await cellsOf(tx, keys, [id]))(id)
  const texts = (await listSealedTexts(tx, id)).map(({ table, column, row, sealed }) =>
    cells.open(table, column, row, sealed),
  )
  // two ends never meet: a line break is no letter
  await upsertSearchTokens(tx, id, indexTokens(keys, texts.join('\n')))
}

export const runOnce = (house: House): Promise<number> => doErrands(house, 'index-case', indexCase)
