import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { Channel, SendingTable } from '#db/tables/notice.ts'
import type { Transaction } from '#db/transaction.ts'

/** The sending under way to this person, held until the transaction ends. */
export const lockOpenSending = (
  tx: Transaction,
  { staff, channel, urgent }: { staff: string; channel: Channel; urgent: boolean },
) =>
  tx
    .selectFrom('sending')
    .select(['id', 'unsure'])
    .where('staff_id', '=', staff)
    .where('channel', '=', channel)
    .where('urgent', '=', urgent)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()

export async function insertSending(tx: Transaction, row: Insertable<SendingTable>): Promise<void> {
  await tx.insertInto('sending').values(row).execute()
}

/** These notices are told by this sending, each by one alone. */
export async function markTaken(tx: Transaction, channel: Channel, sending: string, notices: readonly string[]) {
  if (notices.length === 0) return
  await tx
    .updateTable('notice')
    .set(channel === 'mail' ? { mail: 'taken', mail_sending: sending } : { sms: 'taken', sms_sending: sending })
    .where('id', 'in', notices)
    .where(channel, '=', 'waiting')
    .execute()
}

/** A channel tells of these notices no more, and no sending of it does. */
export async function markDropped(tx: Transaction, channel: Channel, notices: readonly string[]): Promise<void> {
  if (notices.length === 0) return
  await tx
    .updateTable('notice')
    .set(channel === 'mail' ? { mail: 'dropped', mail_sending: null } : { sms: 'dropped', sms_sending: null })
    .where('id', 'in', notices)
    .execute()
}

/** The sending is about to leave: from now on nobody knows whether it did, until the answer is noted. */
export async function markTrying(tx: Transaction, id: string): Promise<void> {
  await tx
    .updateTable('sending')
    .set((eb) => ({ unsure: true, attempts: eb('attempts', '+', 1), strikes: eb('strikes', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()
}

type Ended = { id: string; hour: Date }
export async function markSent(tx: Transaction, { id, hour }: Ended): Promise<void> {
  await tx
    .updateTable('sending')
    .set({ state: 'sent', unsure: false, failure: null, done_hour: hour })
    .where('id', '=', id)
    .execute()
}

/** All of it was read or settled before it left. */
export async function markNeedless(tx: Transaction, { id, hour }: Ended): Promise<void> {
  await tx.updateTable('sending').set({ state: 'needless', done_hour: hour }).where('id', '=', id).execute()
}

/**
 * An attempt failed. `spared`: it speaks against the server and not against the address. `unsure`: it may have been
 * taken all the same. Given up at so many `strikes`.
 */
export async function markFailed(
  tx: Transaction,
  {
    id,
    hour,
    failure,
    unsure,
    spared,
    most,
  }: Ended & { failure: string; unsure: boolean; spared: boolean; most: number },
): Promise<void> {
  await tx
    .updateTable('sending')
    .set((eb) => ({ failure, unsure, strikes: eb('strikes', '-', spared ? 1 : 0) }))
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('sending')
    .set({ state: 'givenUp', done_hour: hour })
    .where('id', '=', id)
    .where('strikes', '>=', most)
    .execute()
}

/** Under whatever address they have from now on, what was not sent yet counts no failure of the old one. */
export async function forgiveSendings(tx: Transaction, staff: string, channel: Channel): Promise<void> {
  await tx
    .updateTable('sending')
    .set({ strikes: sql.lit(0) })
    .where('staff_id', '=', staff)
    .where('channel', '=', channel)
    .where('state', '=', 'open')
    .execute()
}
