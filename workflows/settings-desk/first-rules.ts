import { listKinds } from '#db/read/units.ts'
import { inTransaction } from '#db/transaction.ts'
import { insertCalendar, insertKinds } from '#db/write/town.ts'
import { dayOf } from '#workflows/clock.ts'
import { calendarSeed } from '#workflows/deadlines/calendar-seed.ts'
import type { House } from '#workflows/house.ts'
import { putFirstTemplates } from './first-templates.ts'
import { KINDS } from './kinds.ts'

/**
 * Puts the kinds of burden and the published calendars into a town that has none yet: without them no case has a date.
 * Into every town, the templates that have come with the software since.
 */
export async function putFirstRules({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<void> {
  const { years, days } = calendarSeed()
  await inTransaction(db, async (tx) => {
    if ((await listKinds(tx)).length === 0) {
      await insertKinds(
        tx,
        KINDS.map((kind, position) => ({ ...kind, position })),
      )
      await insertCalendar(tx, years, days)
    }
    await putFirstTemplates(tx, dayOf(clock.town()))
  })
}
