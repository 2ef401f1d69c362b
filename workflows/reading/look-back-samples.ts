import { findSample, listLots, listSamples } from '#db/read/look-back.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { isQuarter, nextQuarter, quarterOf } from '#workflows/protection/look-back-sample.ts'
import { openSeed } from '#workflows/protection/look-back-seed.ts'

/** Quarters ahead whose share may be fixed. */
const AHEAD = 4

/** What share of each quarter is looked at again, newest first; a quarter that is not among them is looked at whole. */
export async function readSamples({ db, keys }: Pick<House, 'db' | 'keys'>) {
  return (await listSamples(db)).map((sample) => ({
    quarter: sample.quarter,
    share: sample.share,
    commitment: sample.commitment,
    fixedOn: sample.fixed_on,
    /** shown with the list, once the quarter is over */
    seed: sample.published_on === null ? null : openSeed(keys, sample),
  }))
}
export type Sample = Awaited<ReturnType<typeof readSamples>>[number]

/** The coming quarters of which nothing is fixed yet. */
export async function readOpenQuarters({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<string[]> {
  const fixed = (await listSamples(db)).map(({ quarter }) => quarter)
  let quarter = quarterOf(dayOf(clock.town()))
  const coming = Array.from({ length: AHEAD }, () => (quarter = nextQuarter(quarter)))
  return coming.filter((each) => !fixed.includes(each))
}

/** The list of a quarter that is over, as anyone may check it; null where there is none to be shown. */
export async function readSampleList({ db, keys }: Pick<House, 'db' | 'keys'>, quarter: string) {
  const sample = isQuarter(quarter) ? await findSample(db, quarter) : undefined
  if (!sample?.published_on) return null
  const { share, commitment } = sample
  return { quarter, share, commitment, seed: openSeed(keys, sample), lots: await listLots(db, quarter) }
}
