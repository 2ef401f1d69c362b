import type { ColumnType, Generated } from 'kysely'
import type { DayColumn, DayColumnOrNull } from './sealed.ts'

/** Whether a channel still has to tell it: in no sending yet · in one · not by this channel, or not any more. */
export type Told = 'waiting' | 'taken' | 'dropped'

/** One message to one person about one event. It stands on the screen at once; mail and SMS tell of it in sendings. */
export interface NoticeTable {
  id: string
  errand_id: string
  staff_id: string
  name: string
  created_on: DayColumn
  read_on: DayColumnOrNull
  mail: ColumnType<Told, Told | undefined, Told>
  sms: ColumnType<Told, Told | undefined, Told>
  mail_sending: ColumnType<string | null, never, string | null>
  sms_sending: ColumnType<string | null, never, string | null>
}

export type Channel = 'mail' | 'sms'

/**
 * One mail or SMS to one person about all that waits for them. `message_id` is fixed with the row and kept however often
 * it is tried. Times to the day and the hour: some of what is told was done by somebody without a name.
 */
export interface SendingTable {
  id: string
  staff_id: string
  channel: Channel
  urgent: boolean
  message_id: string
  /** `needless`: all of it was read or settled before it left */
  state: ColumnType<'open' | 'sent' | 'givenUp' | 'needless', 'open' | undefined, 'sent' | 'givenUp' | 'needless'>
  /** the other side may have taken it without saying so: its words stay as they are */
  unsure: Generated<boolean>
  attempts: Generated<number>
  /** attempts that speak against this address, and not against the server */
  strikes: Generated<number>
  /** why the last attempt failed, by code */
  failure: string | null
  made_on: DayColumn
  done_hour: ColumnType<Date | null, never, Date>
}

/** The one secret address of an officer's calendar, kept as a keyed hash. */
export interface CalendarFeedTable {
  staff_id: string
  mac: ColumnType<Buffer, Buffer, Buffer>
  made_on: DayColumn
}
