import type { Town } from '#tests/world/town.ts'
import { planCalls, startImport } from '#workflows/channels/call-import.ts'
import type { MailReader } from '#workflows/channels/mailbox/apart.ts'
import { readMail } from '#workflows/channels/mailbox/read-mail.ts'
import { messageIdFor } from '#workflows/channels/mailbox/thread-token.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import { type Mark, markedCalls, markedMail, type Where } from './marked-mail.ts'

const reader: MailReader = { read: readMail, close: () => {} }

/**
 * A mail of marks that becomes a report, one that adds to it, one that is set aside for people, one that is ignored, and
 * a call of marks from a file. Answers with the cases of mail and call.
 */
export async function markedWaysIn(town: Town, mark: Mark): Promise<{ mail: string; call: string; setAside: string }> {
  const take = async (raw: Buffer, outcome: string) => {
    const taken = await takeMail(town.house, reader, raw)
    if (taken.outcome !== outcome) throw new Error(`${taken.outcome} (${taken.reason}), not ${outcome}`)
    return taken.id
  }
  const caseOf = async (channel: 'mailbox' | 'hotline') =>
    town.db.selectFrom('report').select(['id', 'case_id']).where('channel', '=', channel).executeTakeFirstOrThrow()
  await take(markedMail(mark), 'report')
  const mail = await caseOf('mailbox')
  const answered = messageIdFor(town.keys, town.house.settings.publicUrl, mail.id)
  await take(markedMail(mark, { 'In-Reply-To': answered }), 'supplement')
  const all =
    (where: Where): Mark =>
    (name, _, as) =>
      mark(name, where, as)
  await take(markedMail(all('nowhere'), { 'Auto-Submitted': 'auto-replied', 'In-Reply-To': answered }), 'ignored')
  const setAside = await take(markedMail(all('setAside'), { 'X-Spam-Flag': 'YES' }), 'quarantined')
  const operator = town.officer('operator')
  const planned = await planCalls(town.house, operator, { name: mark('文件.csv', 'nowhere'), bytes: markedCalls(mark) })
  if (planned.kind !== 'planned') throw new Error(JSON.stringify(planned))
  await startImport(town.house, operator, planned.id)
  await town.drain()
  const call = await caseOf('hotline')
  return { mail: mail.case_id, call: call.case_id, setAside }
}
