import type { DeadlineName, Track } from '#workflows/case/names.ts'
import { VERIFICATION_EXTENSION } from '#workflows/deadlines/catalogue.ts'
import type { Dates } from './dates.ts'
import type { Errand } from './errands.ts'
import type { Order } from './procedure.ts'

/** `days`: by how many the act moves a date, or after how many its own falls; without them, by those of the rule. */
type Step = { id: string; revision: number; dates: Dates; days?: number }

/** Carries out what the case machine ordered: dates set, cleared, moved; answers with the messages it asked for. */
export function carryOut({ id, revision, dates, days }: Step, orders: readonly Order[]): Errand[] {
  const errands: Errand[] = []
  for (const { type, params } of orders) {
    const name = params.deadline as DeadlineName
    const track = (params.track as Track | undefined) ?? null
    if (type === 'setDeadline') dates.set(name, track, name === 'dispatchObjection' ? days : undefined)
    else if (type === 'clearDeadline') dates.clear(name, track)
    else if (type === 'pauseDeadline') dates.pause(name, track)
    else if (type === 'resumeDeadline') dates.resume(name, track)
    else if (type === 'recountDeadlines') dates.recount()
    else if (type === 'moveDeadline') dates.move(name, track, days ?? VERIFICATION_EXTENSION)
    else if (type === 'notice') errands.push(noticeErrand(id, revision, params.notice ?? '', track))
    else throw new Error(`the engine does not know the order ${type}`)
  }
  return errands
}

const noticeErrand = (caseId: string, revision: number, notice: string, track: Track | null) => ({
  task: 'deliver-notice' as const,
  key: `notice:${caseId}:${revision}:${notice}:${track ?? ''}`,
  caseId,
  payload: { notice, track, case: caseId },
})
