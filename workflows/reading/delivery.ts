import { findReached, listSendings } from '#db/read/sendings.ts'
import { listUnits } from '#db/read/units.ts'
import { listUntold } from '#db/read/waiting-notices.ts'
import { dayOf } from '#workflows/clock.ts'
import { calendarAround } from '#workflows/engine/calendar.ts'
import type { House } from '#workflows/house.ts'
import { CHANNELS } from '#workflows/notices/by-channel.ts'
import { FAILURES } from '#workflows/notices/carrier.ts'
import { mayBeTold } from '#workflows/notices/may-be-told.ts'
import { hoursOf, nextOfficeHour } from '#workflows/notices/office-hours.ts'

const MOST_SHOWN = 8

/**
 * How somebody is told of things and how it went: for themselves, and for administrators, who learn of no case by it.
 * `waiting`: how many notices wait; `heldUntil`: until then, outside the hours of their unit (ISO).
 */
export async function readDelivery({ db, clock, settings }: House, id: string) {
  const reached = await findReached(db, id)
  if (!reached) return null
  const now = clock.town()
  const units = await listUnits(db)
  const hours = hoursOf(units, reached.unit_id)
  const opens = nextOfficeHour(await calendarAround(db, dayOf(now)), hours, now)
  const channels = []
  for (const channel of CHANNELS) {
    const address = channel === 'mail' ? reached.email : reached.mobile
    const quiet = channel === 'mail' ? reached.quiet_mail : reached.quiet_sms
    const isOpen = (channel === 'mail' ? settings.mail : settings.sms) !== null
    const untold = isOpen && address !== null ? await listUntold(db, channel, [id]) : []
    const waiting = untold.filter((notice) => mayBeTold(units, { unit_id: reached.unit_id, quiet }, notice)).length
    channels.push({ channel, address, quiet, isOpen, waiting })
  }
  return {
    channels,
    hours,
    heldUntil: opens > now ? opens.toISOString() : null,
    language: reached.language,
    calendarSince: reached.calendar_made_on,
    revision: reached.revision,
    sendings: (await listSendings(db, id, MOST_SHOWN)).map((row) => ({
      id: row.id,
      channel: row.channel,
      state: row.state,
      unsure: row.unsure,
      attempts: row.attempts,
      failure: FAILURES.find((name) => name === row.failure) ?? null,
      on: dayOf(row.done_hour ?? new Date(`${row.made_on}T00:00:00+08:00`)),
      hour: row.done_hour?.toISOString() ?? null,
    })),
  }
}
export type Delivery = NonNullable<Awaited<ReturnType<typeof readDelivery>>>
