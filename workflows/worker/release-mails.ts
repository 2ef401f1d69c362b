import { z } from 'zod'
import { markMailReported } from '#db/write/quarantine.ts'
import { lockQuarantined } from '#db/write/quarantine.ts'
import { acceptReleased } from '#workflows/channels/accept-released.ts'
import type { Doer } from './do-errand.ts'

const aboutMail = z.object({ mail: z.uuid() })

/**
 * Takes in as a report what an officer released, once: done again, it finds the report of the first time. Here, because
 * only the worker can seal where its sender is told.
 */
export const releaseMail: Doer = async (house, tx, errand) => {
  const { mail } = aboutMail.parse(errand.payload)
  const row = await lockQuarantined(tx, mail)
  if (row?.state !== 'released' || !row.words) return
  await markMailReported(tx, mail, await acceptReleased(house, row, row.words))
}
