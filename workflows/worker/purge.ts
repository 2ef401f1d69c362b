import { listSpentPostboxes } from '#db/read/reporter-mails.ts'
import { inTransaction } from '#db/transaction.ts'
import { deleteAnsweredRequests } from '#db/write/answered-requests.ts'
import { deleteExpiredChallenges } from '#db/write/challenges.ts'
import { dropOldImports } from '#db/write/hotline.ts'
import { deletePlansBefore } from '#db/write/import-plans.ts'
import { deleteGonePages } from '#db/write/open-pages.ts'
import { deleteAnsweredBefore, deletePostboxes, deleteSpentLinks } from '#db/write/reporter-mails.ts'
import { deleteSpentSessions } from '#db/write/staff.ts'
import { PREVIEW_KEPT } from '#workflows/channels/call-import.ts'
import { addDays, DAY, dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { goneBefore } from '#workflows/presence/open-pages.ts'
import { PLAN_KEPT } from '#workflows/settings-desk/imports.ts'
import { spentBefore } from '#workflows/settings-desk/session-length.ts'

/** A form that is posted again after two days is a new one. */
const ANSWERS_KEPT_DAYS = 2
/** Rows of calls that were refused wait so long to be mended. */
const TO_MEND = 7 * DAY

/** How long a reporter by mail may still be told something after a case was closed. */
const POSTBOX_KEPT_DAYS = 30

/**
 * Removes what is only kept for a while: solved challenges, ended sessions, answers to forms, pages that were closed, all
 * by the wall clock; and by the town's, how to reach the reporters of closed cases, and links that are used or over.
 */
export async function runOnce({ db, clock }: House): Promise<void> {
  const now = clock.wall()
  const today = dayOf(clock.town())
  const { begun, seen } = spentBefore(now)
  await inTransaction(db, async (tx) => {
    await deleteExpiredChallenges(tx, now)
    // imports that nobody confirmed
    await deletePlansBefore(tx, new Date(now.getTime() - PLAN_KEPT))
    await dropOldImports(tx, {
      previewedBefore: new Date(now.getTime() - PREVIEW_KEPT),
      doneBefore: new Date(now.getTime() - TO_MEND),
    })
    await deleteSpentSessions(tx, begun, seen)
    await deleteGonePages(tx, goneBefore(now))
    await deleteAnsweredRequests(tx, addDays(dayOf(now), -ANSWERS_KEPT_DAYS))
    await deleteAnsweredBefore(tx, dayOf(now))
    await deleteSpentLinks(tx, today)
    await deletePostboxes(tx, await listSpentPostboxes(tx, addDays(today, -POSTBOX_KEPT_DAYS)))
  })
}
