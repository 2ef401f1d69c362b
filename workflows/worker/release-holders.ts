import { listHeldCases } from '#db/read/house-standing.ts'
import { listUnits } from '#db/read/units.ts'
import { mayNotKnow } from '#workflows/assignment/answers.ts'
import { step } from '#workflows/engine/step.ts'
import { CASE_WORKERS } from '#workflows/roles/stand-in.ts'
import type { Doer } from './do-errand.ts'

/**
 * Takes every case out of the hands of an officer who, since units or people changed, answers to whom it accuses or
 * works on cases no more: they do not see it any more, and it waits for somebody who may. An act of the machine each, on
 * the case's record: done twice, the second finds nothing left to do.
 */
export const releaseHolders: Doer = async (house) => {
  const units = await listUnits(house.db)
  for (const { id, holder, unit, roles, accused } of await listHeldCases(house.db)) {
    if (CASE_WORKERS.some((role) => roles.includes(role)) && !mayNotKnow(units, { id: holder, unit }, accused)) continue
    const outcome = await step(house, 'case', id, { type: 'handOver', to: null }, { kind: 'machine' })
    if (outcome.kind === 'refused') house.log.warn({ code: outcome.code }, 'a case could not be taken out of hands')
  }
}
