import { listCasesToRecount } from '#db/read/provisional-dates.ts'
import { findCalendarVersion } from '#db/read/units.ts'
import { DEADLINE_NAMES } from '#workflows/case/names.ts'
import { DEADLINES } from '#workflows/deadlines/catalogue.ts'
import { step } from '#workflows/engine/step.ts'
import type { House } from '#workflows/house.ts'

const PAGE = 200
/** A closure costs those that are counted in working days, and no others. */
const COUNTED = DEADLINE_NAMES.filter((name) => DEADLINES[name].unit === 'workingDays')

/**
 * Tells every case with a provisional date, or one cut by a closure, that the calendar is another, an act of the clock each. Called again
 * after a crash it goes on with the rest: a date that was counted bears the calendar's version. Answers with how many.
 */
export async function recountDates(house: House): Promise<number> {
  const version = await findCalendarVersion(house.db)
  let told = 0
  let last: string | null = null
  for (;;) {
    const page: { id: string; closed: boolean }[] = await listCasesToRecount(house.db, {
      version,
      names: COUNTED,
      last,
      most: PAGE,
    })
    for (const { id, closed } of page) {
      const type = closed ? 'town.closed' : 'calendar.published'
      const outcome = await step(house, 'case', id, { type }, { kind: 'clock' })
      if (outcome.kind === 'moved') told += 1
      else house.log.warn({ code: outcome.code }, 'dates could not be counted again')
    }
    last = page.at(-1)?.id ?? null
    if (page.length < PAGE) return told
  }
}
