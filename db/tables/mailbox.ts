import type { ColumnType, Generated } from 'kysely'
import type { DayColumn, DayColumnOrNull, SealedColumn, SealedColumnOrNull } from './sealed.ts'

/** A mail that came in, once: its keyed mark, and what became of it. */
export interface MailTable {
  id: string
  mark: Buffer
  outcome: 'report' | 'supplement' | 'quarantined' | 'ignored'
  /** why it was ignored or quarantined */
  reason: string | null
  report_id: string | null
  received_on: DayColumn
}
/** A mail that people have to look at. Sealed under a data key of its own, whose id is the mail's. */
export interface QuarantineTable {
  mail_id: string
  received_on: DayColumn
  size: number
  chunks: number
  /** units that its words name, as far as it can be read: their clerks never see it; and officers accused by name */
  accused: ColumnType<string[], string[], string[]>
  state: 'waiting' | 'released' | 'rejected'
  revision: Generated<number>
  decided_by: string | null
  decided_on: DayColumnOrNull
  /** why it was rejected */
  grounds: SealedColumnOrNull
  /** what of it becomes the report, as the clerk who released it confirmed */
  words: SealedColumnOrNull
  /** when the mail itself, reason and words were destroyed with their key */
  purged_on: DayColumnOrNull
}
export interface QuarantineChunkTable {
  mail_id: string
  position: number
  bytes: SealedColumn
}
/** Where a reporter by mail is told that there is news, sealed to the key that only the worker has. */
export interface PostboxTable {
  report_id: string
  sealed: ColumnType<Buffer, Buffer, Buffer>
}
/** The link of an acknowledgement, which shows the receipt code once. Its token is nowhere: the code is derived from it. */
export interface MailLinkTable {
  report_id: string
  expires_on: DayColumn
  used: Generated<boolean>
}
/** One mail to a reporter about one thing; the Message-ID is fixed when the row is written. */
export interface OutgoingMailTable {
  id: string
  report_id: string
  about: 'acknowledgement' | 'news'
  /** the same key is the same mail */
  key: string
  message_id: string
  created_on: DayColumn
  sent: Generated<boolean>
  attempts: Generated<number>
}
/** How many acknowledgements went to one mailbox in one day: keyed with the day, gone when it is over. */
export interface AnsweredMailboxTable {
  mark: Buffer
  on_day: DayColumn
  times: number
}
/** Mailboxes under this domain are the unit's own: nothing is sent to them. */
export interface MailDomainTable {
  domain: string
  unit_id: string
}
