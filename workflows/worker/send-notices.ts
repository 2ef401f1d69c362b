import { listUnsentNotices } from '#db/read/errands.ts'
import { listUnits, type UnitRow } from '#db/read/units.ts'
import { inTransaction } from '#db/transaction.ts'
import { markNoticeSent, markNoticeTried } from '#db/write/errands.ts'
import { inConflict } from '#workflows/assignment/answers.ts'
import { dayOf } from '#workflows/clock.ts'
import { calendarAround } from '#workflows/engine/calendar.ts'
import type { House } from '#workflows/house.ts'
import { EMERGENCIES, TO_LETTERS_UNIT } from '#workflows/notices/catalogue.ts'
import { letterOfNotice } from '#workflows/notices/letter-of-notice.ts'
import type { Mailer } from '#workflows/notices/mailer.ts'
import { isOfficeHour } from '#workflows/notices/office-hours.ts'
import { failureCode, SILENT } from './failure.ts'

/** After as many failures an address is given up; the notice stays on the officer's screen. */
const MOST_ATTEMPTS = 60
const AT_ONCE = 500

type Unsent = Awaited<ReturnType<typeof listUnsentNotices>>[number]
export type Sent = { sent: number; failed: number }

/**
 * Sends the mails of notices that wait: in working hours all of them, otherwise (or where `only` says so) emergencies
 * alone. Outside of any transaction, and marked after: a mail that was sent but not marked goes again under the same
 * Message-ID. The queue lets one sender work at a time.
 */
export async function runOnce(house: House, mailer: Mailer | null, only?: 'emergencies'): Promise<Sent> {
  const done = { sent: 0, failed: 0 }
  if (!mailer) return done
  const waiting = await listWaiting(house, only)
  const units = waiting.length > 0 ? await listUnits(house.db) : []
  for (const notice of waiting) {
    const failure = mayKnow(units, notice) ? await send(house, mailer, notice) : 'not theirs to know'
    if (failure === null) {
      await inTransaction(house.db, (tx) => markNoticeSent(tx, notice.id))
      done.sent += 1
      continue
    }
    await inTransaction(house.db, (tx) => markNoticeTried(tx, notice.id))
    done.failed += 1
    house.log.warn({ code: failure }, 'a mail was not sent')
    // the server itself does not answer: the others would only wait for it one after the other
    if (SILENT.includes(failure)) break
  }
  return done
}

async function listWaiting({ db, clock }: House, only?: 'emergencies'): Promise<Unsent[]> {
  const open = isOfficeHour(await calendarAround(db, dayOf(clock.town())), clock)
  const names = open && !only ? undefined : EMERGENCIES
  return listUnsentNotices(db, { names, most: MOST_ATTEMPTS, limit: AT_ONCE })
}

/** Whom a case accuses may have changed since the notice was written. */
const mayKnow = (units: readonly UnitRow[], { name, unit_id, accused, accused_provisional }: Unsent) =>
  TO_LETTERS_UNIT.includes(name) || !inConflict(units, unit_id, [...(accused ?? []), ...(accused_provisional ?? [])])

/** Why it could not be sent, or null. */
async function send(house: House, mailer: Mailer, { email, message_id }: Unsent): Promise<string | null> {
  try {
    await mailer(letterOfNotice(house.settings.publicUrl, email ?? '', message_id))
    return null
  } catch (error) {
    return failureCode(error)
  }
}
