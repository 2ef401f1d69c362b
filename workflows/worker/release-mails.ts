import { z } from 'zod'
import { lockQuarantined, markMailTaken } from '#db/write/quarantine.ts'
import { acceptReleased } from '#workflows/channels/accept-released.ts'
import type { Doer } from './do-errand.ts'

const aboutMail = z.object({ mail: z.uuid() })

/**
 * Takes in what an officer released, once: done again, it finds what the first time came to. Here, because only the
 * worker can seal where its sender is told.
 */
export const releaseMail: Doer = async (house, tx, errand) => {
  const { mail } = aboutMail.parse(errand.payload)
  const row = await lockQuarantined(tx, mail)
  if (row?.state !== 'released' || !row.words) return
  await markMailTaken(tx, mail, await acceptReleased(house, row, row.words))
}
