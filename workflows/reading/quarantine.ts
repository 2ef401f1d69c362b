import { countQuarantined, listQuarantined } from '#db/read/quarantine.ts'
import type { House } from '#workflows/house.ts'
import type { Role, Staff } from '#workflows/roles/roles.ts'
import { keptFrom } from './known.ts'
import { mailNumber } from './mail-number.ts'

/** Who looks at mails that could not become reports by themselves; the liaison where the office itself is named. */
export const QUARANTINE_ROLES: readonly Role[] = ['clerk', 'head', 'disciplineLiaison']
const PAGE = 100
const MOST_COUNTED = 1000

/** A page of mails that wait, oldest first: of each only why, since when, and how big. `next`: where the next page begins. */
export async function readQuarantine(house: House, by: Staff, last?: { day: string; id: string }) {
  const away = await keptFrom(house, by)
  const found = await listQuarantined(house.db, { away, last, limit: PAGE + 1 })
  const rows = found.slice(0, PAGE)
  const end = rows.at(-1)
  return {
    rows: rows.map((row) => ({ ...row, number: mailNumber(row.id) })),
    next: found.length > PAGE && end ? { day: end.received_on, id: end.id } : null,
  }
}

/** How many wait for this officer, 1000 at most; null for whoever has nothing to do with them. */
export async function countWaitingMails(house: House, by: Staff): Promise<number | null> {
  if (!by.roles.some((role) => QUARANTINE_ROLES.includes(role))) return null
  return countQuarantined(house.db, await keptFrom(house, by), MOST_COUNTED)
}
