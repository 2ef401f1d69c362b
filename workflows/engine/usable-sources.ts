import { countClosedOfKind, isConsented, type SourceRow } from '#db/read/typical-cases.ts'
import type { Database } from '#db/transaction.ts'
import { restoreCase } from '#workflows/case/versions.ts'
import { addDays, type Day } from '#workflows/clock.ts'

/** A case is told at the earliest this many calendar days after closing. */
export const QUIET_DAYS = 30
/** Without the reporter's consent, this many closed cases of the same kind must hide the one. */
export const SIMILAR_CASES = 3

/** Why a case cannot be used yet; none means that it can. */
export type Hindrance = 'notClosed' | 'referred' | 'tooFresh' | 'neitherConsentNorSimilar'
type Source = Pick<SourceRow, 'id' | 'kind' | 'life' | 'value' | 'context' | 'machine_version' | 'closed_on'>

/** Everything that stands against telling this case in public on `today`. */
export async function hindrances(db: Database, source: Source, today: Day): Promise<Hindrance[]> {
  const found: Hindrance[] = []
  if (!isClosed(source)) found.push('notClosed')
  if (isReferred(source)) found.push('referred')
  if (!source.closed_on || addDays(source.closed_on, QUIET_DAYS) > today) found.push('tooFresh')
  const similar = source.kind ? await countClosedOfKind(db, source.kind) : 0
  if (similar < SIMILAR_CASES && !(await isConsented(db, source.id))) found.push('neitherConsentNorSimilar')
  return found
}

/** Closed with something that was so, and neither taken back nor come to life again. */
export function isClosed(source: Source): boolean {
  const { context } = restoreCase(source.machine_version, source.value, source.context)
  return ['closed', 'lookBack', 'struckOff'].includes(source.life) && !context.withdrawn
}
function isReferred(source: Source): boolean {
  return restoreCase(source.machine_version, source.value, source.context).matches({ referral: 'referred' })
}
