import { listAbsencesFrom, listStoodInFor } from '#db/read/absences.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { readDelivery } from './delivery.ts'
import { readDeputies } from './people.ts'

/** What an officer keeps of their own: when they are away and who stands in, and for whom they do. */
export async function readOwnAccount(house: House, by: Staff) {
  const today = dayOf(house.clock.town())
  return {
    today,
    absences: await listAbsencesFrom(house.db, today, { staff: by.id }),
    standsIn: await listAbsencesFrom(house.db, today, { deputy: by.id }),
    now: (await listStoodInFor(house.db, today, by.id)).map(({ name }) => name),
    deputies: await readDeputies(house, by.id),
    delivery: await readDelivery(house, by.id),
  }
}
export type OwnAccount = Awaited<ReturnType<typeof readOwnAccount>>
