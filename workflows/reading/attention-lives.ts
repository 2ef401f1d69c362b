import type { CaseEventType } from '#workflows/case/events.ts'
import type { DeadlineName } from '#workflows/case/names.ts'
import { DEADLINES } from '#workflows/deadlines/catalogue.ts'
import { inCharge } from '#workflows/notices/catalogue.ts'
import type { Role } from '#workflows/roles/roles.ts'
import { isOver, PHASE_NAMES, PHASES } from './desk-phases.ts'

/** Every place in a case's life where something is still to be done. */
export const LIVES_AT_WORK: readonly string[] = PHASE_NAMES.filter((phase) => !isOver(phase)).flatMap(
  (phase) => PHASES[phase],
)

/** Every place, of cases that are over too. */
export const EVERY_LIFE: readonly string[] = PHASE_NAMES.flatMap((phase) => PHASES[phase])

/** Where cases that nobody has taken are the work of officers with these roles. */
export const livesInChargeOf = (roles: readonly Role[]): string[] =>
  LIVES_AT_WORK.filter((life) => inCharge(life).some((role) => roles.includes(role)))

/** Where it is the reporter's turn, or a second person's, who is asked in a section of their own. */
const OTHERS_TURN: readonly string[] = [
  'triage.refusalProposed',
  'needsInfo',
  'verifying.awaitingReporter',
  ...PHASES.unsubstantiated,
  ...PHASES.unverifiable,
  'assigning.overrideProposed',
  'replying.drafted',
  'replying.noReplyProposed',
  'rating',
]
/** Where whoever has a case in hand has something to do themselves. */
export const LIVES_IN_TURN: readonly string[] = LIVES_AT_WORK.filter((life) => !OTHERS_TURN.includes(life))
export const ownLives = (roles: readonly Role[]): string[] =>
  livesInChargeOf(roles).filter((life) => !OTHERS_TURN.includes(life))

/** Dates of a second person's word: whoever may give it finds the case among what waits for their signature. */
const OF_SECOND_PERSONS: readonly string[] = [
  'ruling',
  'extensionRuling',
  'findingReview',
  'signature',
] satisfies DeadlineName[]

/** A date of a second person's, or one on which the case moves on by itself, asks nobody else at the office for anything. */
export const waitsForOthers = (name: string | null): boolean =>
  name !== null &&
  (OF_SECOND_PERSONS.includes(name) ||
    (name in DEADLINES && DEADLINES[name as keyof typeof DEADLINES].lapses !== 'tells'))

/** What reporters and units say, to which the office then has something to do. */
export const ANSWERS: readonly CaseEventType[] = [
  'supplement',
  'appeal',
  'withdraw',
  'noDispatch',
  'rate',
  'object',
  'askExtension',
  'submitResult',
  'answerOrder',
]
