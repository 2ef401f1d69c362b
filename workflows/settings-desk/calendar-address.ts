import { lockOpenAccount } from '#db/write/people.ts'
import { deleteCalendarFeed, putCalendarFeed } from '#db/write/calendar-feeds.ts'
import { inTransaction } from '#db/transaction.ts'
import { lockSettings } from '#db/write/settings-chain.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { calendarMac, newCalendarToken } from '#workflows/protection/calendar-address.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { unknown } from './change.ts'
import { keepChange } from './keep-change.ts'

type Refused = typeof unknown

/** An address with its login: servers and proxies write addresses into their logs, and no login. */
export type CalendarAddress = { address: string; user: string; password: string }

/** Gives an officer's calendar a new address, shown this once; one that there was leads nowhere from now on. */
export const makeCalendarAddress = (
  house: House,
  by: Staff,
): Promise<{ kind: 'made'; made: CalendarAddress } | Refused> =>
  inTransaction(house.db, async (tx) => {
    await lockSettings(tx)
    if (!(await lockOpenAccount(tx, by.id))) return unknown
    const token = newCalendarToken()
    const made_on = dayOf(house.clock.town())
    await putCalendarFeed(tx, { staff_id: by.id, mac: calendarMac(house.keys, token), made_on })
    await keepChange(house, tx, by, 'makeCalendar', { subject: by.id, before: null, after: null })
    const address = `${house.settings.publicUrl}/calendar.ics`
    return { kind: 'made', made: { address, user: 'calendar', password: token } }
  })

/** The address leads nowhere any more. */
export const revokeCalendarAddress = (house: House, by: Staff): Promise<{ kind: 'revoked' }> =>
  inTransaction(house.db, async (tx) => {
    await lockSettings(tx)
    if (await deleteCalendarFeed(tx, by.id))
      await keepChange(house, tx, by, 'revokeCalendar', { subject: by.id, before: null, after: null })
    return { kind: 'revoked' }
  })
