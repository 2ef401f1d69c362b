import { type DueDate, listDue } from '#db/read/due.ts'
import { dayOf } from '#workflows/clock.ts'
import { step } from '#workflows/engine/step.ts'
import type { House } from '#workflows/house.ts'
import { failureCode } from './failure.ts'

const PAGE = 200

/**
 * Tells every case whose date is over that it is, oldest date first. Each is tried once a run: what cannot be told
 * stays due for the next, and stands in nobody's way. Answers with how many were told.
 */
export async function runOnce(house: House): Promise<number> {
  const today = dayOf(house.clock.town())
  let told = 0
  let last: DueDate | undefined
  for (;;) {
    const page = await listDue(house.db, today, { last, limit: PAGE })
    for (const date of page) if (await tell(house, date)) told += 1
    last = page.at(-1)
    if (page.length < PAGE) return told
  }
}

async function tell(house: House, { case_id, name, track }: DueDate): Promise<boolean> {
  try {
    const event = { type: 'deadline.lapsed', deadline: name, ...(track && { track }) }
    const outcome = await step(house, 'case', case_id, event, { kind: 'clock' })
    // another worker, or an officer at the last moment, was first
    if (outcome.kind === 'refused' && outcome.code !== 'not-now')
      house.log.warn({ code: outcome.code }, 'a date could not be rung')
    return outcome.kind === 'moved'
  } catch (error) {
    house.log.error({ code: failureCode(error) }, 'a date could not be rung')
    return false
  }
}
