import { listUnits } from '#db/read/units.ts'
import { listOpenSendings, listToTell, type OpenSending } from '#db/read/waiting-notices.ts'
import { inTransaction } from '#db/transaction.ts'
import { markFailed, markSent, markTrying } from '#db/write/sendings.ts'
import { type Clock, DAY, dayOf, hourOf, startOf } from '#workflows/clock.ts'
import { calendarAround } from '#workflows/engine/calendar.ts'
import type { House } from '#workflows/house.ts'
import type { Carrier, Failure } from '#workflows/notices/carrier.ts'
import { EMERGENCIES } from '#workflows/notices/catalogue.ts'
import { hoursOf, isOfficeHour } from '#workflows/notices/office-hours.ts'
import { composeSendings } from './compose-sendings.ts'

/** After as many failures of its own an address is given up; the notices stay on the officer's screen. */
const MOST_STRIKES = 12
/** So many of them on the first day, and then one a day: a week without a server loses nothing. */
const STRIKES_AT_ONCE = 3
/** Emergencies are tried every minute so often, and afterwards with all others. */
const MOST_EVERY_MINUTE = 10

/** `soon`: how many of the failed are worth another attempt before the next batch. */
export type Sent = { sent: number; failed: number; soon: number }

/**
 * Tells each person by one channel what waits for them, in one mail or SMS: in working hours of their unit everything,
 * otherwise (or where `only` says so) emergencies alone. Outside of any transaction, noted before and after: what left
 * and was not noted goes again under the same id. The queue lets one sender work at a time.
 */
export async function runOnce(house: House, carrier: Carrier | null, only?: 'emergencies'): Promise<Sent> {
  const done = { sent: 0, failed: 0, soon: 0 }
  if (!carrier) return done
  const emergenciesOnly = only !== undefined
  const names = emergenciesOnly ? EMERGENCIES : undefined
  if ((await listToTell(house.db, carrier.channel, { names, urgent: emergenciesOnly, limit: 1 })).length === 0)
    return done
  const units = await listUnits(house.db)
  const now = house.clock.town()
  const calendar = await calendarAround(house.db, dayOf(now))
  const isOpen = (unit: string) => isOfficeHour(calendar, hoursOf(units, unit), now)
  await composeSendings(house, { carrier, units, isOpen, emergenciesOnly })
  const open = await listOpenSendings(house.db, carrier.channel, { urgent: emergenciesOnly, most: MOST_EVERY_MINUTE })
  for (const sending of open) {
    if (!(sending.urgent || isOpen(sending.unit_id)) || !isDue(house.clock, sending)) continue
    const failure = await send(house, carrier, sending)
    if (!failure) {
      done.sent += 1
      continue
    }
    done.failed += 1
    if (failure.spared) done.soon += 1
    house.log.warn({ channel: carrier.channel, code: failure.code }, 'a notice was not sent')
    if (failure.forAll) break
  }
  return done
}

const isDue = ({ town }: Clock, { strikes, made_on }: OpenSending) =>
  strikes < STRIKES_AT_ONCE + Math.max(0, (startOf(dayOf(town())).getTime() - startOf(made_on).getTime()) / DAY)

/** What went wrong, or null. */
async function send(house: House, carrier: Carrier, sending: OpenSending): Promise<Failure | null> {
  const { id, message_id, language, names, unsure, made_on } = sending
  const today = dayOf(house.clock.town())
  const hour = hourOf(house.clock.town())
  await inTransaction(house.db, (tx) => markTrying(tx, id))
  const digest = { to: sending.address ?? '', messageId: message_id, language, names: names ?? [] }
  try {
    await carrier.carry({ ...digest, again: unsure, since: made_on, today })
  } catch (error) {
    const failure = carrier.judge(error)
    const noted = { failure: failure.name, unsure: failure.unsure || unsure, spared: failure.spared }
    await inTransaction(house.db, (tx) => markFailed(tx, { id, hour, most: MOST_STRIKES, ...noted }))
    return failure
  }
  await inTransaction(house.db, (tx) => markSent(tx, { id, hour }))
  return null
}
