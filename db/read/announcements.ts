import type { Database } from '#db/transaction.ts'

/** What was announced to one reporter on one case and still stands, the newest first; `sent`: with the letters. */
export const listStandingAnnouncements = (db: Database, { report, caseId }: { report: string; caseId: string }) =>
  db
    .selectFrom('brief_announcement')
    .innerJoin('brief', 'brief.id', 'brief_announcement.brief_id')
    .selectAll('brief_announcement')
    .select(['brief.body', 'brief.version'])
    .select((eb) =>
      eb.exists(eb.selectFrom('letter').select('letter.id').whereRef('letter.brief_id', '=', 'brief.id')).as('sent'),
    )
    .where('brief_announcement.report_id', '=', report)
    .where('brief_announcement.case_id', '=', caseId)
    .where('ended', '=', false)
    .orderBy('brief.version', 'desc')
    .execute()
