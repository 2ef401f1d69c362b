/** Plays a case the way the engine does: restored from JSON, asked, then moved; what would become rows is kept. */
import { initialTransition, transition } from 'xstate'
import type { CaseEvent, CaseEventType } from '#workflows/case/events.ts'
import type { DeadlineName, Track } from '#workflows/case/names.ts'
import { type Facts, NO_FACTS } from '#workflows/case/facts.ts'
import { judged } from '#workflows/case/judged.ts'
import { caseMachine } from '#workflows/case/machine.ts'
import { CASE_VARIANTS } from '#workflows/case/variants.ts'
import { CASE_VERSION, type CaseSnapshot, caseLife, restoreCase } from '#workflows/case/versions.ts'

/** A reviewer with nothing on their hands, in time, on a day when all that depends on others is ready. */
export const READY: Facts = {
  ...NO_FACTS,
  isReviewer: true,
  inTime: true,
  dispatchReady: true,
  mergeable: true,
  officeAccused: true,
  sampled: true,
}

/** An action as the engine sees it, in words: `setDeadline rectification/territory`, `notice toVerify`. */
export type Row = { type: string; name: string; track?: Track }
export type Step = { moved: boolean; snapshot: CaseSnapshot; rows: string[] }

/** What the engine would do with one act: the next snapshot and its rows, or a refusal that changes nothing. */
export function step(snapshot: CaseSnapshot, event: CaseEvent, facts: Partial<Facts> = {}): Step {
  const restored = stored(snapshot)
  const asked = judged(event, { ...READY, ...facts })
  if (!restored.can(asked)) return { moved: false, snapshot: restored, rows: [] }
  const [next, actions] = transition(caseMachine, restored, asked)
  return {
    moved: true,
    snapshot: next,
    rows: actions.map(rowOf).map(({ type, name, track }) => `${type} ${name}${track ? `/${track}` : ''}`),
  }
}

/** A row of the table and back. */
export const stored = ({ value, context }: CaseSnapshot): CaseSnapshot =>
  restoreCase(CASE_VERSION, JSON.parse(JSON.stringify(value)), JSON.parse(JSON.stringify(context)))

export function rowOf({ type, params }: { type: string; params?: unknown }): Row {
  const said = (params ?? {}) as { deadline?: DeadlineName; notice?: string; track?: Track }
  return { type, name: said.deadline ?? said.notice ?? '', track: said.track }
}

/** One act of a story, and what is known about whoever does it. */
export type Turn = [CaseEvent, Partial<Facts>?]

/** Plays every turn; a refusal ends the story with an error that says where. */
export function play(from: CaseSnapshot, ...turns: Turn[]): CaseSnapshot {
  return turns.reduce((snapshot, [event, facts]) => {
    const next = step(snapshot, event, facts)
    if (!next.moved) throw new Error(`${event.type} is refused in ${lifeOf(snapshot)}`)
    return next.snapshot
  }, from)
}

export const arrived = (): CaseSnapshot => initialTransition(caseMachine)[0]
export const lifeOf = (snapshot: CaseSnapshot): string => caseLife(snapshot.value)
export const trackOf = (snapshot: CaseSnapshot, track: Track): unknown => {
  const { life } = snapshot.value as { life: { rectifying?: Record<Track, unknown> } }
  return life.rectifying?.[track]
}

/** The act with its placeholders, and the given choices in place of the first ones. */
export function act<T extends CaseEventType>(
  type: T,
  chosen: Partial<Extract<CaseEvent, { type: T }>> = {},
): CaseEvent {
  return { ...CASE_VARIANTS[type][0], ...chosen } as CaseEvent
}
export const lapse = (deadline: DeadlineName, track?: Track) => act('deadline.lapsed', { deadline, track })

export const TO_VERIFYING: Turn[] = [[act('classify', { complexity: 'standard' })], [act('accept')]]
export const TO_ASSIGNING: Turn[] = [...TO_VERIFYING, [act('recordFinding', { finding: 'substantiated' })]]
export const TO_RECTIFYING: Turn[] = [...TO_ASSIGNING, [act('writeBrief')], [act('issueLetters')]]
export const ANSWER: Record<Track, Turn[]> = {
  territory: [[act('acknowledge', { track: 'territory' })], [act('submitResult', { track: 'territory' })]],
  department: [[act('acknowledge', { track: 'department' })], [act('submitResult', { track: 'department' })]],
}
export const TO_REVIEWING: Turn[] = [...TO_RECTIFYING, ...ANSWER.territory, ...ANSWER.department]
export const REPLY: Turn[] = [[act('draftReply')], [act('approveReply')]]
export const TO_RATING: Turn[] = [...TO_REVIEWING, [act('passResults')], ...REPLY]
export const TO_CLOSED: Turn[] = [...TO_RATING, [act('rate', { satisfied: true })]]
