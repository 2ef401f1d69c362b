import { randomUUID } from 'node:crypto'
import { insertNotice } from '#db/write/errands.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { newMessageId } from '#workflows/notices/letter-of-notice.ts'
import { addressed } from './audience.ts'
import { type Doer, doErrands } from './do-errand.ts'

/** Writes a notice to each who must act: on their screen at once; its mail leaves later, under the Message-ID fixed here. */
export const deliverNotice: Doer = async ({ clock, settings }, tx, errand) => {
  const { name, officers } = await addressed(tx, errand, dayOf(clock.town()))
  for (const staff_id of officers)
    await insertNotice(tx, {
      id: randomUUID(),
      errand_id: errand.id,
      staff_id,
      name,
      message_id: newMessageId(settings.publicUrl),
      created_on: dayOf(clock.town()),
    })
}

export const runOnce = (house: House): Promise<number> => doErrands(house, 'deliver-notice', deliverNotice)
