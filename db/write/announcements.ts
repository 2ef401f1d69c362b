import type { Insertable } from 'kysely'
import type { BriefAnnouncementTable } from '#db/tables/office.ts'
import type { Transaction } from '#db/transaction.ts'

export async function insertAnnouncements(
  tx: Transaction,
  rows: readonly Insertable<BriefAnnouncementTable>[],
): Promise<void> {
  if (rows.length > 0) await tx.insertInto('brief_announcement').values(rows).execute()
}

/** Of one report, what was announced and did not leave. */
export async function endAnnouncementsTo(tx: Transaction, report: string, caseId: string): Promise<void> {
  await unsent(tx).where('report_id', '=', report).where('case_id', '=', caseId).execute()
}

/** Of one case, every announcement but that of the brief that leaves. */
export async function endAnnouncementsBut(tx: Transaction, caseId: string, brief: string): Promise<void> {
  await unsent(tx).where('case_id', '=', caseId).where('brief_id', '!=', brief).execute()
}

/** Whether anybody still reads this brief as theirs. */
export async function isStillAnnounced(tx: Transaction, brief: string): Promise<boolean> {
  const one = await tx
    .selectFrom('brief_announcement')
    .select('report_id')
    .where('brief_id', '=', brief)
    .where('ended', '=', false)
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}

/** The reporter's days to object are over before their time: there is nothing to object to. */
export async function clearObjectionWindow(tx: Transaction, caseId: string): Promise<void> {
  await tx
    .updateTable('deadline')
    .set({ state: 'cleared' })
    .where('case_id', '=', caseId)
    .where('name', '=', 'dispatchObjection')
    .where('state', '=', 'open')
    .execute()
}

const unsent = (tx: Transaction) =>
  tx
    .updateTable('brief_announcement')
    .set({ ended: true })
    .where('ended', '=', false)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('letter').select('letter.id').whereRef('letter.brief_id', '=', 'brief_announcement.brief_id'),
        ),
      ),
    )
