import { inTransaction } from '#db/transaction.ts'
import { markAllNoticesRead } from '#db/write/notices.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** The officer has read all their notices, as they say. */
export const readAllNotices = ({ db, clock }: House, by: Staff): Promise<void> =>
  inTransaction(db, (tx) => markAllNoticesRead(tx, by.id, dayOf(clock.town())))
