import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'

/**
 * The reports whose senders are told of what the office said, each once: those of its case, and of cases merged into
 * it where what is said there is read by their reporters too (`fromMain`: about what). Nobody is told of what was said
 * after they took their report back. A second matter split from a
 * report is told of where its first one is.
 */
export async function listPostboxesTold(db: Database, message: string, fromMain: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('message')
    .innerJoin('case_file', (join) =>
      join.on((on) =>
        on.or([
          on('case_file.id', '=', on.ref('message.case_id')),
          on.and([on('case_file.main_case', '=', on.ref('message.case_id')), on('message.about', 'in', fromMain)]),
        ]),
      ),
    )
    .innerJoin('report', 'report.case_id', 'case_file.id')
    .innerJoin('postbox', (join) =>
      join.on((on) => on('postbox.report_id', '=', on.fn.coalesce('report.split_from', 'report.id'))),
    )
    .select('postbox.report_id')
    .distinct()
    .where('message.id', '=', message)
    .where((any) =>
      any.or([
        any.and([any('message.report_id', 'is', null), any('report.withdrawn', '=', false)]),
        any('message.report_id', '=', any.ref('report.id')),
      ]),
    )
    .execute()
  return rows.map(({ report_id }) => report_id)
}

/**
 * Mails to reporters that have not left, with where they go; none where the postbox is gone. Those that failed least
 * come first, so that a bad address holds nobody up. News waits for the acknowledgement: without a code it is of no use.
 * `tried`: whether they failed before; both where it is not said.
 */
export function listUnsentToReporters(
  db: Database,
  { about, tried, limit }: { about: 'acknowledgement' | 'news'; tried?: boolean; limit: number },
) {
  let unsent = db
    .selectFrom('outgoing_mail')
    .innerJoin('postbox', 'postbox.report_id', 'outgoing_mail.report_id')
    .select(['outgoing_mail.id', 'outgoing_mail.report_id', 'about', 'message_id', 'attempts', 'postbox.sealed'])
    .where('sent', '=', false)
    .where('about', '=', about)
  if (tried !== undefined) unsent = unsent.where('attempts', tried ? '>' : '=', 0)
  if (about === 'news')
    unsent = unsent.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outgoing_mail as first')
            .select('first.id')
            .whereRef('first.report_id', '=', 'outgoing_mail.report_id')
            .where('first.about', '=', 'acknowledgement')
            .where('first.sent', '=', false),
        ),
      ),
    )
  return unsent.orderBy('attempts').orderBy('outgoing_mail.id').limit(limit).execute()
}

/**
 * The reports whose postbox nobody needs any more: every matter of theirs, and what it was merged into, was closed before
 * `day`. What was refused or handed up has no day of closing: there, the last that happened counts.
 */
export async function listSpentPostboxes(db: Database, day: string): Promise<string[]> {
  const { rows } = await sql<{ report_id: string }>`
    select report_id from postbox where not exists (
      select from report
        join case_file own on own.id = report.case_id
        join case_file followed on followed.id = coalesce(own.main_case, own.id)
      where (report.id = postbox.report_id or report.split_from = postbox.report_id)
        and (case when followed.life in ('notAccepted', 'handedUp')
          then (select (max(at) at time zone 'Asia/Shanghai')::date from journal
            where subject = 'case' and subject_id = followed.id)
          else followed.closed_on end < ${day}::date) is not true)`.execute(db)
  return rows.map(({ report_id }) => report_id)
}
