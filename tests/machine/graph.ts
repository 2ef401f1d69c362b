/** The shortest way to every place a case can be, for each finding, redo and look-back that makes a difference there. */
import { getShortestPaths } from 'xstate/graph'
import type { CaseEvent, CaseEventType } from '#workflows/case/events.ts'
import type { Facts } from '#workflows/case/facts.ts'
import { type JudgedEvent, judged } from '#workflows/case/judged.ts'
import { caseMachine } from '#workflows/case/machine.ts'
import { CASE_VARIANTS } from '#workflows/case/variants.ts'
import type { CaseSnapshot } from '#workflows/case/versions.ts'
import { READY } from './play.ts'

/** Who may be asking, and what may hold at that moment; each once, beside the plain case. */
const MOMENTS: Partial<Facts>[] = [
  {},
  { isProposer: true },
  { isReviewer: false },
  { isHead: true },
  { isSupervisor: true, officeIsParty: true },
  { isHead: true, lastResort: true, tookPart: true, reviewedBefore: true, acceptedBy: true, verifiedBy: true },
  { inTime: false, dispatchReady: false, mergeable: false, officeAccused: false, sampled: false },
  { reviewedBefore: true, tookPart: true, acceptedBy: true, verifiedBy: true, issuedLetters: true },
  { assignsToVerify: true, othersMayRate: true, holds: true },
  { ratedBefore: true, othersBehind: true },
  { urgent: true, steppedAside: true, mainRefused: true },
]
export const EVERY_EVENT: JudgedEvent[] = Object.values(CASE_VARIANTS)
  .flat()
  .flatMap((event: CaseEvent) => MOMENTS.map((moment) => judged(event, { ...READY, ...moment })))

/** What runs beside the life, or leaves it where it is, would multiply the graph by a hundred; it has stories of its own. */
const ASIDE: CaseEventType[] = [
  ...(['issueOrder', 'answerOrder', 'settleOrder', 'refer', 'concludeReferral', 'vindicate'] as const),
  ...(['declineVindication', 'reportReprisal', 'answerReprisal', 'note', 'take', 'handOver'] as const),
  ...(['stepAside', 'nameAccused', 'amendLetter', 'extendVerification', 'calendar.published'] as const),
  'town.closed',
  ...(['markUrgent', 'clearUrgent', 'exposeCode', 'split'] as const),
]
export const LEADING: JudgedEvent[] = Object.values(CASE_VARIANTS)
  .flat()
  .filter(({ type }) => !ASIDE.includes(type))
  .flatMap((event: CaseEvent) => {
    if (event.type === 'ruleObjection') return judged(event, { ...READY, isHead: true })
    if (event.type === 'accept')
      return [READY, { ...READY, assignsToVerify: true }].map((facts) => judged(event, facts))
    return judged(event, READY)
  })

export type Path = { at: CaseSnapshot; events: JudgedEvent[] }

export function shortestPaths(): Path[] {
  const paths = getShortestPaths(caseMachine, {
    events: (snapshot) => LEADING.filter((event) => snapshot.can(event)),
    serializeState: ({ value, context: { finding, redone, lookBacks, complexity } }) =>
      JSON.stringify([value.life, finding, redone, lookBacks, complexity === null]),
  })
  return paths.map(({ state, steps }) => ({
    at: state,
    events: steps.map(({ event }) => event).filter(({ type }) => !type.startsWith('xstate.')),
  }))
}

/** One path to each place, whatever is known there. */
export function pathToEachPlace(): Path[] {
  const places = new Map<string, Path>()
  for (const path of shortestPaths()) {
    const place = JSON.stringify(path.at.value)
    if (!places.has(place)) places.set(place, path)
  }
  return [...places.values()]
}
