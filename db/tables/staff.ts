import type { ColumnType, Generated } from 'kysely'
import type { DayColumnOrNull } from './sealed.ts'

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
  password_hash: string
  totp_secret: ColumnType<Buffer, Buffer, Buffer>
  /** the last 30-second step whose one-time password was used: none is taken twice */
  totp_step: Generated<number>
  disabled: Generated<boolean>
  left_on: DayColumnOrNull
  revision: Generated<number>
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
