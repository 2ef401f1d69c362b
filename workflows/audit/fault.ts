import { SETTINGS_CHAIN } from '#db/write/settings-chain.ts'

/** What can be wrong with the record. The word of each, for people, is in `app/words`. */
export const FAULTS = [
  // of a chain
  'missing',
  'broken link',
  'changed',
  'subject gone',
  // of the tree of checkpoints
  'row removed',
  'row rewritten',
  'row put in',
  'leaf gone',
  'tree changed',
  // of the file of checkpoints
  'no checkpoint key',
  'no checkpoint file',
  'checkpoint file damaged',
  'not signed',
  'file rewritten',
  'older database',
  // of the tables that the record speaks of
  'status differs',
  'date differs',
  'letter differs',
  'case differs',
] as const
export type FaultName = (typeof FAULTS)[number]

/** The first position of its kind that does not hold: what is wrong, and where. */
export type Fault = {
  fault: FaultName
  /** the table of the row, where it is one of a log */
  log?: 'journal' | 'look' | 'refusal'
  /** whose chain or case, or the id of the row itself */
  subject?: string
  /** the place in that chain */
  seq?: number
  /** the checkpoint, by its hour, in which it was still as it should be, or which it broke */
  hour?: string
  /** the one line for the operator, or which date or letter */
  detail?: string
}

/** Keeps the first of each kind; of rows that are gone or changed, the first of each log and of the settings. */
export class FirstFaults {
  readonly #kept = new Map<string, Fault>()

  add(...faults: readonly Fault[]): void {
    for (const fault of faults) {
      const kind = [fault.fault, fault.log, fault.subject === SETTINGS_CHAIN].join(' ')
      if (!this.#kept.has(kind)) this.#kept.set(kind, fault)
    }
  }

  get list(): Fault[] {
    return [...this.#kept.values()]
  }
}
