import type { Transaction } from '#db/transaction.ts'
import type { CaseRow } from '#db/write/cases.ts'
import type { DeadlineName, Track } from '#workflows/case/names.ts'
import { dayOf } from '#workflows/clock.ts'
import { VERIFICATION_EXTENSION } from '#workflows/deadlines/catalogue.ts'
import type { House } from '#workflows/house.ts'
import type { Actor } from '#workflows/roles/roles.ts'
import { calendarAround } from './calendar.ts'
import { lengthsOn } from './date-lengths.ts'
import { datesOf } from './dates.ts'
import { ask } from './errands.ts'
import type { Order } from './procedure.ts'

/** `days`: by how many the act moves a date; without them, by those of the rule. */
type Step = { house: House; tx: Transaction; row: CaseRow; by: Actor; revision: number; days?: number }

/** Turns what the case machine ordered into rows: dates set, cleared, moved; messages asked for. */
export async function carryOut(
  { house, tx, row, by, revision, days = VERIFICATION_EXTENSION }: Step,
  orders: readonly Order[],
): Promise<void> {
  const today = dayOf(house.clock.town())
  // most acts move no date, and need no calendar
  const movesDates = orders.some(({ type }) => type !== 'notice')
  const dates = movesDates ? datesOf(tx, row, await calendarAround(tx, today), await lengthsOn(tx, today), today) : null
  for (const { type, params } of orders) {
    const name = params.deadline as DeadlineName
    const track = (params.track as Track | undefined) ?? null
    if (type === 'setDeadline') await dates?.set(name, track)
    else if (type === 'clearDeadline') await dates?.clear(name, track)
    else if (type === 'pauseDeadline') await dates?.pause(name, track)
    else if (type === 'resumeDeadline') await dates?.resume(name, track)
    else if (type === 'recountDeadlines') await dates?.recount()
    else if (type === 'moveDeadline') await dates?.move(name, track, days)
    else if (type === 'notice') await ask(tx, by, noticeErrand(row.id, revision, params.notice ?? '', track))
    else throw new Error(`the engine does not know the order ${type}`)
  }
  await dates?.settle()
}

export const noticeErrand = (caseId: string, revision: number, notice: string, track: Track | null) => ({
  task: 'deliver-notice' as const,
  key: `notice:${caseId}:${revision}:${notice}:${track ?? ''}`,
  caseId,
  payload: { notice, track, case: caseId },
})
