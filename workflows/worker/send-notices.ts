import { listUnsentNotices } from '#db/read/errands.ts'
import { listUnits } from '#db/read/units.ts'
import { inTransaction } from '#db/transaction.ts'
import { markNoticeSent, markNoticeTried } from '#db/write/errands.ts'
import { inConflict } from '#workflows/assignment/answers.ts'
import { dayOf } from '#workflows/clock.ts'
import { calendarAround } from '#workflows/engine/calendar.ts'
import type { House } from '#workflows/house.ts'
import { isEmergency, isToLettersUnit } from '#workflows/notices/catalogue.ts'
import { letterOfNotice } from '#workflows/notices/letter-of-notice.ts'
import type { Mailer } from '#workflows/notices/mailer.ts'
import { isOfficeHour } from '#workflows/notices/office-hours.ts'
import { failureCode } from './failure.ts'

/** After as many failures an address is given up; the notice stays on the officer's screen. */
const MOST_ATTEMPTS = 60
const AT_ONCE = 500

type Unsent = Awaited<ReturnType<typeof listUnsentNotices>>[number]

/**
 * Sends the mails of notices that wait: in working hours all of them, otherwise emergencies alone. Outside of any
 * transaction, and marked after: a mail sent but not marked goes again under the same Message-ID. One sender at a time.
 */
export async function runOnce(house: House, mailer: Mailer | null): Promise<{ sent: number; failed: number }> {
  const count = { sent: 0, failed: 0 }
  if (!mailer) return count
  const waiting = await listWaiting(house)
  for (const { id, email, message_id } of waiting) {
    if (email === null) continue
    try {
      await mailer(letterOfNotice(house.settings.publicUrl, email, message_id))
      await inTransaction(house.db, (tx) => markNoticeSent(tx, id))
      count.sent += 1
    } catch (error) {
      house.log.warn({ code: failureCode(error) }, 'a mail could not be sent')
      await inTransaction(house.db, (tx) => markNoticeTried(tx, id))
      count.failed += 1
      // the server itself does not answer: the others would only wait for it one after the other
      if (isUnreachable(error)) break
    }
  }
  return count
}

async function listWaiting(house: House): Promise<Unsent[]> {
  const calendar = await calendarAround(house.db, dayOf(house.clock.town()))
  const open = isOfficeHour(calendar, house.clock)
  const unsent = await listUnsentNotices(house.db, { most: MOST_ATTEMPTS, limit: AT_ONCE })
  const units = unsent.length > 0 ? await listUnits(house.db) : []
  // whom a case accuses may have changed since the notice was written
  const mayKnow = ({ name, unit_id, accused, accused_provisional }: Unsent) =>
    isToLettersUnit(name) || !inConflict(units, unit_id, [...(accused ?? []), ...(accused_provisional ?? [])])
  return unsent.filter((notice) => (open || isEmergency(notice.name)) && mayKnow(notice))
}

const SILENT = ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'ECONNREFUSED', 'EAUTH', 'ETLS']
const isUnreachable = (error: unknown) => SILENT.includes(failureCode(error))
