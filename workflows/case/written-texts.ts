import type { CaseEvent, CaseEventType } from './events.ts'

/**
 * Who reads a text: `out`, somebody outside the office, now or once a second person has signed; `office`, officers
 * alone; `reporter` and `unit`, said by them, so it came in and did not go out.
 */
export type ReadBy = 'out' | 'office' | 'reporter' | 'unit'

const letter = (before: string) =>
  ({ [`${before}task`]: 'out', [`${before}quality`]: 'out', [`${before}feedbackStandard`]: 'out' }) as const
const office = { text: 'office' } as const
const out = { text: 'out' } as const
const fromReporter = { text: 'reporter' } as const

/** Every text that an act carries, by its path. A test holds this against the events: a new text has to be put here. */
export const CASE_TEXTS: { readonly [T in CaseEventType]?: Readonly<Record<string, ReadBy>> } = {
  stepAside: office,
  note: office,
  split: office,
  askForMore: { question: 'out' },
  proposeRefusal: out,
  declineRefusal: office,
  unmerge: office,
  handUp: out,
  supplement: fromReporter,
  appeal: fromReporter,
  withdraw: fromReporter,
  rate: fromReporter,
  reportReprisal: fromReporter,
  answerReprisal: out,
  returnToTriage: office,
  extendVerification: office,
  elevate: office,
  recordFinding: { grounds: 'office' },
  sendBackFinding: office,
  signUnverifiable: { grounds: 'office' },
  newEvidence: office,
  writeBrief: { brief: 'out' },
  proposeOverride: office,
  declineOverride: office,
  issueLetters: { ...letter('letters.territory.'), ...letter('letters.department.') },
  amendLetter: letter(''),
  object: { grounds: 'unit' },
  ruleObjection: { grounds: 'out' },
  askExtension: { grounds: 'unit' },
  grantExtension: { grounds: 'out' },
  refuseExtension: { grounds: 'out' },
  submitResult: { facts: 'unit', measures: 'unit', effect: 'unit', prevention: 'unit', upkeep: 'unit' },
  sendBack: { missing: 'out' },
  draftReply: out,
  returnReply: office,
  proposeNoReply: out,
  declineNoReply: office,
  grantRedo: out,
  reverify: office,
  refuseRedo: out,
  recordLookBack: office,
  issueOrder: out,
  answerOrder: { text: 'unit' },
  refer: out,
  concludeReferral: office,
  vindicate: office,
  declineVindication: office,
}

/** The texts of this act that leave the office, each by its path. */
export function outgoingTexts(event: CaseEvent): [field: string, text: string][] {
  return Object.entries(CASE_TEXTS[event.type] ?? {}).flatMap(([field, read]): [string, string][] => {
    const text = read === 'out' ? textAt(event, field.split('.')) : undefined
    return text === undefined ? [] : [[field, text]]
  })
}

function textAt(said: unknown, [name, ...rest]: readonly string[]): string | undefined {
  if (name === undefined) return typeof said === 'string' ? said : undefined
  return typeof said === 'object' && said !== null ? textAt((said as Record<string, unknown>)[name], rest) : undefined
}
