import { listHeldCases } from '#db/read/house-standing.ts'
import { listUnits } from '#db/read/units.ts'
import { inConflict } from '#workflows/assignment/answers.ts'
import { step } from '#workflows/engine/step.ts'
import type { House } from '#workflows/house.ts'

/**
 * Takes every case out of the hands of an officer who, since the units changed, answers to whom it accuses: they do not
 * see it any more, and it waits for somebody who may. An act of the machine each, on the case's record.
 */
export async function releaseHolders(house: House): Promise<void> {
  const units = await listUnits(house.db)
  for (const { id, unit, accused } of await listHeldCases(house.db)) {
    if (!inConflict(units, unit, accused)) continue
    const outcome = await step(house, 'case', id, { type: 'handOver', to: null }, { kind: 'machine' })
    if (outcome.kind === 'refused') house.log.warn({ code: outcome.code }, 'a case could not be taken out of hands')
  }
}
