import { inTransaction } from '#db/transaction.ts'
import { insertRungs, lockRinging, type RingingDate } from '#db/write/rungs.ts'
import { type Day, dayOf } from '#workflows/clock.ts'
import { nextRung, type RingingRung, rungOn } from '#workflows/deadlines/ladder.ts'
import type { House } from '#workflows/house.ts'
import { rungsOfRow } from './climb.ts'
import { type Errand, errandRow } from './errands.ts'
import { knownRules } from './known-rules.ts'

const PAGE = 200

/**
 * Rings every date that has come to its next rung: the date remembers it, and whoever must hear is told, in one
 * transaction a page. A rung that was passed over while nobody rang is not told of any more: only the highest is.
 * No act of the case, and so no journal row; the lapse of a date is, and is the machine's to hear. Answers with how
 * many rang.
 */
export async function ringRungs(house: House): Promise<number> {
  const today = dayOf(house.clock.town())
  let rang = 0
  let last: RingingDate | undefined
  for (;;) {
    const page = await ringPage(house, today, last)
    rang += page.filter(({ told }) => told).length
    last = page.at(-1)?.date
    if (page.length < PAGE) return rang
  }
}

const ringPage = (house: House, today: Day, last: RingingDate | undefined) =>
  inTransaction(house.db, async (tx) => {
    const dates = await lockRinging(tx, today, { last, limit: PAGE })
    if (dates.length === 0) return []
    const { calendar } = await knownRules(house, { db: tx })
    const page = dates.map((date) => {
      const rungs = rungsOfRow(calendar, date)
      const reached = rungOn(rungs, today)
      const next = nextRung(rungs, today)
      const rung = reached && reached.rung !== 'red' ? reached.rung : null
      const became = {
        id: date.id,
        rung: reached?.rung ?? date.rung,
        next_rung: next?.rung ?? null,
        rings_on: next?.on ?? null,
      }
      return { date, became, told: rung && errandRow(rungErrand(date, rung)) }
    })
    await insertRungs(
      tx,
      page.map(({ became }) => became),
      page.flatMap(({ told }) => (told ? [told] : [])),
    )
    return page
  })

/** The same rung of the same date is told once; a date that was moved has rungs of its own. */
const rungErrand = ({ id, case_id, name, track, due_on }: RingingDate, rung: RingingRung): Errand => ({
  task: 'deliver-notice',
  key: `rung:${id}:${due_on}:${rung}`,
  caseId: case_id,
  payload: { rung, deadline: name, track, case: case_id },
})
