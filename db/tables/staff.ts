import type { ColumnType, Generated } from 'kysely'
import type { DayColumn, DayColumnOrNull, SealedColumn } from './sealed.ts'

/** An officer's account. The password is a hash, the one-time secret sealed under the staff key. */
export interface StaffTable {
  id: string
  login: string
  name: string
  email: string | null
  /** with its country, e.g. +8613800138000 */
  mobile: ColumnType<string | null, string | null | undefined, string | null>
  /** in which they are written to */
  language: ColumnType<'zh-CN' | 'en', 'zh-CN' | 'en' | undefined, 'zh-CN' | 'en'>
  /** asked for no mail, or no SMS, but for red cards and emergencies */
  quiet_mail: Generated<boolean>
  quiet_sms: Generated<boolean>
  unit_id: string
  /** null: their owner has not chosen one yet */
  password_hash: string | null
  totp_secret: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  /** the last 30-second step whose one-time password was used: none is taken twice */
  totp_step: Generated<number>
  disabled: Generated<boolean>
  left_on: DayColumnOrNull
  revision: Generated<number>
  /**
   * Who proposed the account or its newest role: an administrator's id, or `terminal`. Null: an account the town began
   * with, which nobody proposed.
   */
  set_up_by: ColumnType<string | null, string | null | undefined, string | null>
  set_up_on: DayColumnOrNull
}
export type AccountAct = 'open' | 'change' | 'reset' | 'absence' | 'leave'
/** What one person proposes about an account, until another confirms or refuses it. Its words sealed under the staff key. */
export interface AccountRequestTable {
  id: string
  act: AccountAct
  /** null: of an account that is not there yet */
  staff_id: ColumnType<string | null, string | null | undefined, string | null>
  login: string
  said: SealedColumn
  /** null: from the terminal */
  proposed_by: string | null
  proposed_on: DayColumn
  state: ColumnType<
    'open' | 'confirmed' | 'refused' | 'withdrawn',
    'open' | undefined,
    'confirmed' | 'refused' | 'withdrawn'
  >
  decided_by: ColumnType<string | null, null | undefined, string | null>
  decided_on: DayColumnOrNull
}
/** The one slip with which the owner of an account chooses what they sign in with. Kept until it is used. Wall time. */
export interface EnrolmentTable {
  staff_id: string
  /** null: an account the town began with */
  request_id: string | null
  /** keyed hash of what stands on the slip */
  mac: Buffer
  good_until: ColumnType<Date, Date, never>
}
export interface StaffRoleTable {
  staff_id: string
  role: string
}
/** A session is a row, so that it ends at once when a role changes. Times are wall time. */
export interface StaffSessionTable {
  /** SHA-256 of the token in the cookie */
  token_hash: Buffer
  staff_id: string
  begun_at: ColumnType<Date, Date, never>
  seen_at: ColumnType<Date, Date, Date>
}
