import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { listPostboxesTold } from '#db/read/reporter-mails.ts'
import { insertOutgoingMail } from '#db/write/reporter-mails.ts'
import { messageIdFor } from '#workflows/channels/mailbox/thread-token.ts'
import { dayOf } from '#workflows/clock.ts'
import { FROM_MAIN } from '#workflows/engine/read-from-main.ts'
import type { Doer } from './do-errand.ts'

const aboutMessage = z.object({ message: z.uuid() })

/**
 * Writes down that whoever wrote by mail is told of news: one mail for one thing the office said, to each whose thread
 * it stands in; it leaves later, under the Message-ID fixed here.
 */
export const tellReporters: Doer = async ({ keys, clock, settings }, tx, errand) => {
  const { message } = aboutMessage.parse(errand.payload)
  for (const report_id of await listPostboxesTold(tx, message, FROM_MAIN))
    await insertOutgoingMail(tx, {
      id: randomUUID(),
      report_id,
      about: 'news',
      key: `news:${message}:${report_id}`,
      message_id: messageIdFor(keys, settings.publicUrl, report_id),
      created_on: dayOf(clock.town()),
    })
}
