import { listStoodInFor } from '#db/read/absences.ts'
import { NO_PART } from '#db/read/look-back.ts'
import { listOpenTo } from '#db/read/need-to-know.ts'
import { listUnits } from '#db/read/units.ts'
import type { Database } from '#db/transaction.ts'
import { dayOf, startOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { LIVES_TO_SIGN, OWNERS_OF_DATE, secondPerson } from '#workflows/notices/catalogue.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { livesInChargeOf } from './attention-lives.ts'
import { officeUnits, readsReports } from './readers.ts'

/** What anybody at the office may do in any case: it gives nobody a part in it. */
const IN_PASSING: readonly string[] = [...NO_PART, 'note', 'markUrgent', 'clearUrgent']

/**
 * Which of some cases an officer who works with reporters' words reads without further ado: what they, or somebody they
 * stand in for, have in hand; what waits for their roles; where they were named or took part; and what they gave a reason
 * for today. Any other opens by a reason. Officers who never read reporters' words are asked for none.
 */
export async function openTo(
  { clock }: Pick<House, 'clock'>,
  db: Database,
  by: Staff,
  caseIds: readonly string[],
): Promise<(caseId: string) => boolean> {
  if (readsReports(by) !== 'all') return () => true
  const today = dayOf(clock.town())
  const has = (roles: readonly string[]) => by.roles.some((role) => roles.includes(role))
  const open = await listOpenTo(db, caseIds, {
    staffId: by.id,
    holders: [by.id, ...(await listStoodInFor(db, today, by.id)).map(({ id }) => id)],
    lives: livesInChargeOf(by.roles),
    // where all others had a part in a case, the head looks at it again
    livesToSign: [
      ...LIVES_TO_SIGN.filter((life) => has(secondPerson(life).roles)),
      ...(has(['head']) ? ['lookBack'] : []),
    ],
    isHead: has(['head']),
    dates: Object.entries(OWNERS_OF_DATE).flatMap(([name, { roles }]) =>
      roles !== 'inCharge' && has(roles) ? [name] : [],
    ),
    isLiaison: has(['disciplineLiaison']),
    officeUnits: officeUnits(await listUnits(db)),
    noPart: IN_PASSING,
    since: startOf(today),
  })
  return (caseId) => open.includes(caseId)
}
