import { listColleaguesWithRole } from '#db/read/colleagues.ts'
import { listTookPart } from '#db/read/look-back.ts'
import type { Database } from '#db/transaction.ts'

const LOOKS = ['reviewer', 'supervisor']

/**
 * Who may look again at a case: a reviewer or supervisor who took no part in it; where every reviewer did, whoever
 * heads the office.
 */
export async function whoLooksBack(
  db: Database,
  caseId: string,
): Promise<(officer: { id: string; roles: readonly string[] }) => boolean> {
  const tookPart = await listTookPart(db, caseId)
  const reviewers = await listColleaguesWithRole(db, 'reviewer')
  const isLastResort = reviewers.length > 0 && reviewers.every(({ id }) => tookPart.includes(id))
  return ({ id, roles }) =>
    (!tookPart.includes(id) && roles.some((role) => LOOKS.includes(role))) || (isLastResort && roles.includes('head'))
}
