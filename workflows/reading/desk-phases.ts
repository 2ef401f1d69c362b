import type { Role } from '#workflows/roles/roles.ts'

/** The phases of a case by which the office keeps its queues, each with the stored values of `life` it is made of. */
export const PHASES = {
  triage: ['triage.open', 'triage.refusalProposed'],
  needsInfo: ['needsInfo'],
  verifying: ['verifying.working', 'verifying.awaitingReporter'],
  unsubstantiated: ['unsubstantiated'],
  unverifiable: ['unverifiable.unsigned', 'unverifiable.onceSigned'],
  assigning: ['assigning.open', 'assigning.overrideProposed'],
  rectifying: ['rectifying'],
  reviewing: ['reviewing'],
  replying: ['replying.drafting', 'replying.drafted', 'replying.noReplyProposed'],
  rating: ['rating'],
  reopened: ['reopened'],
  lookBack: ['lookBack'],
  closed: ['closed', 'struckOff'],
  notAccepted: ['notAccepted', 'handedUp'],
  merged: ['merged'],
} as const satisfies Record<string, readonly string[]>
export type Phase = keyof typeof PHASES

const isKey = (name: string): name is Phase => name in PHASES
export const PHASE_NAMES: readonly Phase[] = Object.keys(PHASES).filter(isKey)
/** What is over is not counted: such numbers only grow, and nobody acts on them. */
const OVER: readonly Phase[] = ['closed', 'notAccepted', 'merged']
export const isOver = (phase: Phase): boolean => OVER.includes(phase)

/** Where each role has work of its own, the usual first. */
const WORK: { readonly [role in Role]?: readonly Phase[] } = {
  clerk: ['triage', 'needsInfo'],
  verifier: ['verifying', 'unverifiable'],
  reviewer: ['unsubstantiated', 'assigning', 'rectifying', 'reviewing', 'replying', 'reopened', 'lookBack'],
  head: ['unsubstantiated', 'assigning', 'rectifying', 'replying'],
  supervisor: ['rectifying', 'reviewing', 'lookBack'],
  disciplineLiaison: ['triage'],
}

/** The phases in the order in which an officer with these roles looks at them: their own work first. */
export function phasesFor(roles: readonly Role[]): readonly Phase[] {
  const own = PHASE_NAMES.filter((phase) => roles.some((role) => WORK[role]?.includes(phase)))
  return [...own, ...PHASE_NAMES.filter((phase) => !own.includes(phase))]
}
