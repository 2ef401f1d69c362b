import { sql } from 'kysely'
import { caseKey } from '#workflows/engine/case-key.ts'
import type { House } from '#workflows/house.ts'
import { openText } from '#workflows/protection/cipher.ts'

/** Which of the mails and calls that came, by the number in its words. */
const WHICH = /第\d+[封通]/

/** Every report's words, opened, and how often they are there. */
export async function saidIn({ db, keys }: House): Promise<Map<string, number>> {
  const there = new Map<string, number>()
  for (const { id, case_id, body } of await db.selectFrom('report').selectAll().execute()) {
    const text = openText(await caseKey(db, keys, case_id), { table: 'report', column: 'body', row: id }, body)
    const said = WHICH.exec(text)?.[0] ?? text
    there.set(said, (there.get(said) ?? 0) + 1)
  }
  return there
}

/** How many rows there are of what each report brings with it, by mail and by telephone. */
export async function rowsIn({ db }: House): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*)::integer from mail) as mail,
    (select count(*)::integer from postbox) as postbox,
    (select count(*)::integer from mail_link) as mail_link,
    (select count(*)::integer from outgoing_mail where about = 'acknowledgement') as outgoing_mail,
    (select count(*)::integer from hotline_call) as hotline_call,
    (select count(*)::integer from report) as report,
    (select count(*)::integer from case_file) as case_file,
    (select count(*)::integer from data_key where purpose = 'case') as data_key`.execute(db)
  return rows[0] ?? {}
}

/** The same as it has to be. */
export const rowsOf = (mails: number, calls: number): Record<string, number> => ({
  ...{ mail: mails, postbox: mails, mail_link: mails, outgoing_mail: mails, hotline_call: calls },
  ...{ report: mails + calls, case_file: mails + calls, data_key: mails + calls },
})
