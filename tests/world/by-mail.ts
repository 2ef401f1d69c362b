import { randomBytes } from 'node:crypto'
import { inTransaction } from '#db/transaction.ts'
import { answerRows } from '#workflows/channels/answer-rows.ts'
import type { TestHouse } from './test-house.ts'
import type { Town } from './town.ts'

/** Somebody writes by mail and can be answered. `submission`: what the link of the acknowledgement shows the code of. */
export async function writesByMail(town: Town, mailbox: string, said: Parameters<Town['report']>[0] = {}) {
  const submission = randomBytes(16)
  const arrived = await town.report({ ...said, channel: 'mailbox', submission })
  await canBeAnswered(town.house, arrived.report, mailbox, submission)
  return { ...arrived, submission }
}

/** What a report by mail brings along where its sender can be answered. */
export async function canBeAnswered(
  house: TestHouse,
  report: string,
  mailbox: string,
  submission = randomBytes(16),
): Promise<void> {
  const rows = answerRows(house, house.postbox, { report, submission, mailbox })
  await inTransaction(house.db, async (tx) => {
    await tx
      .insertInto('postbox')
      .values([...(rows.postbox ?? [])])
      .execute()
    await tx
      .insertInto('mail_link')
      .values([...(rows.mail_link ?? [])])
      .execute()
    await tx
      .insertInto('outgoing_mail')
      .values([...(rows.outgoing_mail ?? [])])
      .execute()
  })
}
