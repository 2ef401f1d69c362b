/**
 * A case pushed about by five officers, a reporter and the clock, in whatever order the numbers say.
 * What each of them may know is worked out from what happened, as the engine does from its rows.
 */
import fc from 'fast-check'
import { initialTransition, transition } from 'xstate'
import type { CaseEvent, CaseEventType } from '#workflows/case/events.ts'
import { type DeadlineName, TRACKS } from '#workflows/case/names.ts'
import { type Facts, NO_FACTS } from '#workflows/case/facts.ts'
import { type JudgedEvent, judged } from '#workflows/case/judged.ts'
import { caseMachine } from '#workflows/case/machine.ts'
import { CASE_VARIANTS } from '#workflows/case/variants.ts'
import type { CaseSnapshot } from '#workflows/case/versions.ts'
import { PERMISSIONS, SECOND_PERSON, type Sender } from '#workflows/roles/permissions.ts'
import { lifeOf, type Row, rowOf, stored } from './play.ts'

/** Stands in for every word anybody writes: it may not be found in what the machine keeps. */
export const MARK = 'WRITTEN-BY-SOMEBODY'
const ANY_OFFICER = ['clerk', 'verifier', 'reviewer', 'territoryHandler', 'departmentHandler'] as const
const ROLES: Record<string, readonly Sender[]> = {
  an: ANY_OFFICER,
  bo: ANY_OFFICER,
  chen: [...ANY_OFFICER, 'disciplineLiaison'],
  head: ['head', 'reviewer'],
  supervisor: ['supervisor'],
  reporter: ['reporter'],
  clock: ['clock'],
}
const OFFICE = ['an', 'bo', 'chen', 'head', 'supervisor']
/** The three who do most of the work come up most often. */
const TURNS = ['an', 'bo', 'chen', ...Object.keys(ROLES)]

/** A date as its row would stand. */
type DateState = 'open' | 'paused' | 'lapsed'
export type Deed = {
  event: JudgedEvent
  by: string
  facts: Facts
  from: string
  to: string
  snapshot: CaseSnapshot
  rows: Row[]
  /** before and after: `rectification/territory` → open, paused or lapsed */
  datesBefore: ReadonlyMap<string, DateState>
  dates: ReadonlyMap<string, DateState>
}
export type Choice = { pick: number; by: number; world: number }

const number = fc.noBias(fc.nat(0xffff))
export const choices = (length: number) =>
  fc.array(fc.record({ pick: number, by: number, world: number }), {
    minLength: Math.floor(length / 2),
    maxLength: length,
    size: 'max',
  })

/** Every deed that came of the choices; a choice nobody could act upon is left out. */
export function walk(chosen: readonly Choice[]): Deed[] {
  const deeds: Deed[] = []
  let [snapshot, first]: readonly [CaseSnapshot, readonly { type: string }[]] = initialTransition(caseMachine)
  let dates: ReadonlyMap<string, DateState> = apply(new Map(), first.map(rowOf), undefined)
  for (const choice of chosen) {
    const by = TURNS[choice.by % TURNS.length] ?? 'head'
    const asked = enabled(stored(snapshot), choice, by, deeds, dates)
    if (!asked) continue
    const [next, actions] = transition(caseMachine, snapshot, asked)
    const rows = actions.map(rowOf)
    const datesBefore = dates
    dates = apply(datesBefore, rows, asked)
    deeds.push({
      event: asked,
      by,
      facts: asked.facts,
      from: lifeOf(snapshot),
      to: lifeOf(next),
      snapshot: next,
      rows,
      datesBefore,
      dates,
    })
    snapshot = next
  }
  return deeds
}

const EVENTS: CaseEvent[] = Object.values(CASE_VARIANTS)
  .flat()
  .map((event) => JSON.parse(JSON.stringify(event).replaceAll('…', MARK)))
/** The ends of the story, and what says nothing of it; kept rare, so that walks go deep. */
const ENDS: CaseEventType[] = ['withdraw', 'handUp', 'merge', 'exposeCode', 'clearOffice']
/** Possible nearly everywhere, and leading nowhere. */
const REMARKS: CaseEventType[] = [
  ...(['note', 'supplement', 'take', 'stepAside', 'handOver', 'nameAccused', 'refer', 'reportReprisal'] as const),
  ...(['markUrgent', 'clearUrgent', 'split'] as const),
  ...([
    'askForMore',
    'returnToTriage',
    'sendBackFinding',
    'elevate',
    'writeBrief',
    'noDispatch',
    'returnReply',
  ] as const),
  ...([
    'declineNoReply',
    'proposeOverride',
    'object',
    'amendLetter',
    'refuseRedo',
    'newEvidence',
    'proposeRefusal',
    'proposeNoReply',
  ] as const),
]
const ONWARD = EVENTS.filter(({ type }) => !ENDS.includes(type) && !REMARKS.includes(type))
const FURTHER = EVENTS.filter(({ type }) => !ENDS.includes(type))
/** Far enough apart that neighbours in the list are not always tried together. */
const STRIDE = 37

/** The first act, tried from the chosen one on, that the machine lets this person do. */
function enabled(
  snapshot: CaseSnapshot,
  { pick, world }: Choice,
  by: string,
  deeds: readonly Deed[],
  dates: ReadonlyMap<string, DateState>,
) {
  const events = pick % 20 === 0 ? EVENTS : pick % 3 === 0 ? FURTHER : ONWARD
  for (let tried = 0; tried < events.length; tried += 1) {
    const event = events[(pick + tried * STRIDE) % events.length]
    if (!event || !PERMISSIONS[event.type].some((sender) => ROLES[by]?.includes(sender))) continue
    // the worker rings only what is written down and open
    if (event.type === 'deadline.lapsed' && dates.get(keyOf(event.deadline, event.track)) !== 'open') continue
    const asked = judged(event, factsOf(event, by, deeds, world))
    if (snapshot.can(asked)) return asked
  }
  return undefined
}

/** What the engine would find out about `by` before this act; `world` decides what lies outside the case. */
function factsOf(event: CaseEvent, by: string, deeds: readonly Deed[], world: number): Facts {
  const outside = (bit: number) => (world & (1 << bit)) !== 0
  const track = 'track' in event ? event.track : undefined
  const firstHalf = SECOND_PERSON[event.type] ?? []
  const latest = (types: readonly CaseEventType[], of?: string) =>
    deeds.findLast(
      (deed) => types.includes(deed.event.type) && (!of || !('track' in deed.event) || deed.event.track === of),
    )
  const lastReopening = deeds.findLastIndex(({ to }) => to === 'reopened')
  const tookPart = (person: string) => deeds.some((deed) => deed.by === person && HANDLING.includes(deed.event.type))
  return {
    ...NO_FACTS,
    isProposer: latest(firstHalf, track)?.by === by,
    issuedLetters: latest(['issueLetters'])?.by === by,
    reviewedBefore: deeds
      .slice(0, lastReopening + 1)
      .some((deed) => deed.by === by && deed.event.type === 'passResults'),
    tookPart: tookPart(by),
    verifiedBy: latest(['recordFinding'])?.by === by,
    acceptedBy: latest(['accept'])?.by === by,
    holds: latest(['take'])?.by === by,
    steppedAside: latest(['stepAside'])?.by === by,
    urgent: latest(['markUrgent', 'clearUrgent'])?.event.type === 'markUrgent',
    codeExposed: latest(['exposeCode']) !== undefined,
    isReviewer: ROLES[by]?.includes('reviewer') ?? false,
    isHead: by === 'head',
    isSupervisor: by === 'supervisor',
    lastResort: by === 'head' && OFFICE.every((person) => person === 'head' || tookPart(person)),
    inTime: outside(0),
    officeIsParty: outside(1) && outside(2),
    dispatchReady: outside(3),
    assignsToVerify: outside(4) && outside(5),
    mergeable: outside(6),
    othersBehind: outside(6) && outside(7),
    mainRefused: outside(5),
    ratedBefore: outside(7) && outside(8),
    othersMayRate: outside(8),
    officeAccused: outside(9),
    sampled: outside(9) || outside(0),
  }
}
const HANDLING: CaseEventType[] = [
  'accept',
  'recordFinding',
  'issueLetters',
  'passResults',
  'draftReply',
  'approveReply',
]

export const keyOf = (name: string, track?: string) => (track ? `${name}/${track}` : name)

/** What the engine does with the rows of a step, as far as dates go. */
function apply(before: ReadonlyMap<string, DateState>, rows: readonly Row[], event: CaseEvent | undefined) {
  const dates = new Map(before)
  const change = (name: string, track: string | undefined, from: DateState[], to: DateState) => {
    const state = dates.get(keyOf(name, track))
    if (state && from.includes(state)) dates.set(keyOf(name, track), to)
  }
  if (event?.type === 'deadline.lapsed') change(event.deadline, event.track, ['open'], 'lapsed')
  for (const { type, name, track } of rows) {
    if (type === 'setDeadline') dates.set(keyOf(name, track), 'open')
    if (type === 'clearDeadline') dates.delete(keyOf(name, track))
    if (type === 'moveDeadline') change(name, track, ['lapsed'], 'open')
    if (type === 'pauseDeadline') change(name, track, ['open'], 'paused')
    if (type === 'resumeDeadline') change(name, track, ['paused'], 'open')
  }
  return dates
}

/** The dates without which a case would wait for ever. */
export const MUST_STAND: Record<string, DeadlineName> = {
  triage: 'triage',
  needsInfo: 'supplement',
  verifying: 'verification',
  'verifying.awaitingReporter': 'supplement',
  unsubstantiated: 'findingReview',
  unverifiable: 'signature',
  assigning: 'assignment',
  reviewing: 'review',
  replying: 'reply',
  rating: 'rating',
  reopened: 'redoRuling',
  lookBack: 'lookBackReport',
}
/** The sides that still owe their result, by the letters and results themselves. */
export function owing(deeds: readonly Deed[]): ReadonlySet<string> {
  const open = new Set<string>()
  for (const { event } of deeds) {
    if (event.type === 'issueLetters') for (const track of TRACKS) open.add(track)
    if (event.type === 'sendBack' || event.type === 'grantRedo') for (const track of event.tracks) open.add(track)
    if (event.type === 'submitResult') open.delete(event.track)
  }
  return open
}
