import { z } from 'zod'
import { listTypicalCasesOf } from '#db/read/typical-cases.ts'
import { step } from '#workflows/engine/step.ts'
import type { House } from '#workflows/house.ts'
import { type Doer, doErrands } from './do-errand.ts'

const aboutCase = z.object({ case: z.uuid() })

/** Tells every typical case that draws on a case that it came to life again. The errand's id makes one telling of two. */
export const stopPublication: Doer = async (house, tx, errand) => {
  const { case: source } = aboutCase.parse(errand.payload)
  for (const { typical_case_id: id } of await listTypicalCasesOf(tx, source)) {
    const request = `${errand.id}:${id}`
    const outcome = await step(
      house,
      'typicalCase',
      id,
      { type: 'sourceReopened', case: source },
      { kind: 'machine' },
      { request },
    )
    // one that was withdrawn has nothing left to stop
    if (outcome.kind === 'refused' && outcome.code !== 'not-now') throw new Error(`refused: ${outcome.code}`)
  }
}

export const runOnce = (house: House): Promise<number> => doErrands(house, 'stop-publication', stopPublication)
