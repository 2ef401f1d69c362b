import { PHASE_NAMES } from './desk-phases.ts'

/** Every case is in exactly one of these; there is no total, from which a hidden number could be reckoned. */
export const PARTS = {
  received: ['triage', 'needsInfo'],
  verifying: ['verifying', 'unsubstantiated', 'unverifiable'],
  rectifying: ['assigning', 'rectifying', 'reviewing', 'reopened'],
  answering: ['replying', 'rating'],
  closed: ['closed', 'lookBack'],
  // looked at again, twice: nothing else may be called put right
  putRight: ['struckOff'],
  notAccepted: ['notAccepted', 'handedUp'],
} as const
export type FigureName = keyof typeof PARTS
const isPart = (name: string): name is FigureName => name in PARTS
export const FIGURE_NAMES: readonly FigureName[] = Object.keys(PARTS).filter(isPart)

/** The phases of which leaders are told. */
export const LEADERS_PHASES = [...PHASE_NAMES, 'struckOff', 'handedUp'] as const

/** How the cells of a snapshot are called. */
export const phaseCell = (phase: string) => `phase ${phase}`
export const kindCell = (what: 'all' | 'running' | 'late', code: string) => `${what} ${code}`
export const OFFICE_LATE = 'office late'
