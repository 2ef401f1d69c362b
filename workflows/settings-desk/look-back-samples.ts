import { findSample } from '#db/read/look-back.ts'
import { insertSample } from '#db/write/look-back.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { commitmentTo, firstDayOf, isQuarter, newSeed } from '#workflows/protection/look-back-sample.ts'
import { sealSeed } from '#workflows/protection/look-back-seed.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { type ChangeOutcome, changeSettings, invalid } from './change.ts'
import { keepChange } from './keep-change.ts'

export type SampleProblem = 'missing' | 'wrong' | 'noQuarter' | 'begun' | 'fixed'

/**
 * Fixes which share of the cases closed in a coming quarter is looked at again, and draws the seed, of which the hash is
 * public from now on. Once: neither share nor seed can be changed when some of its cases may be known.
 */
export function fixShare(
  house: House,
  by: Staff,
  said: { quarter: string; share: string },
  { request }: { request?: string },
): Promise<ChangeOutcome<SampleProblem>> {
  return changeSettings<ChangeOutcome<SampleProblem>>(house, by, { request, said }, async (tx) => {
    const { quarter } = said
    const share = Number(said.share)
    const today = dayOf(house.clock.town())
    if (!isQuarter(quarter)) return invalid([{ field: 'quarter', problem: 'noQuarter' }])
    if (firstDayOf(quarter) <= today) return invalid([{ field: 'quarter', problem: 'begun' }])
    if (said.share.trim() === '') return invalid([{ field: 'share', problem: 'missing' }])
    if (!Number.isInteger(share) || share < 1 || share > 99) return invalid([{ field: 'share', problem: 'wrong' }])
    if (await findSample(tx, quarter)) return invalid([{ field: 'quarter', problem: 'fixed' }])
    const seed = newSeed()
    const commitment = commitmentTo(seed)
    const sealed = sealSeed(house.keys, quarter, seed)
    await insertSample(tx, { quarter, share, seed: sealed, commitment, fixed_by: by.id, fixed_on: today })
    const after = { share, commitment }
    await keepChange(house, tx, by, 'fixLookBackShare', { subject: quarter, before: null, after })
    return { kind: 'changed', id: quarter, revision: 1 }
  })
}
