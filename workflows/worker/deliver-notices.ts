import { randomUUID } from 'node:crypto'
import { insertNotice } from '#db/write/notices.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { goesBySms } from '#workflows/notices/by-channel.ts'
import { addressed } from './audience.ts'
import { type Doer, doErrands } from './do-errand.ts'

/** Writes a notice to each who must act: on their screen at once; mail and SMS tell of it later. */
export const deliverNotice: Doer = async ({ clock }, tx, errand) => {
  const { name, officers } = await addressed(tx, errand, dayOf(clock.town()))
  for (const staff_id of officers)
    await insertNotice(tx, {
      id: randomUUID(),
      errand_id: errand.id,
      staff_id,
      name,
      created_on: dayOf(clock.town()),
      sms: goesBySms(name) ? 'waiting' : 'dropped',
    })
}

export const runOnce = (house: House): Promise<number> => doErrands(house, 'deliver-notice', deliverNotice)
