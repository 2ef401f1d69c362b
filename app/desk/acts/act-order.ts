import type { DeskAct } from './act-fields.ts'

/** What is most likely done next in each phase, in that order; the first stands open. */
const USUAL: Record<string, readonly DeskAct[]> = {
  'triage.open': ['classify', 'nameAccused', 'accept', 'askForMore', 'merge', 'proposeRefusal'],
  /** already classified: what is left is to take it in */
  'triage.open classified': ['accept', 'nameAccused', 'classify', 'askForMore', 'merge', 'proposeRefusal'],
  'triage.refusalProposed': ['confirmRefusal', 'declineRefusal'],
  merged: ['unmerge'],
  'verifying.working': ['recordFinding', 'askForMore', 'extendVerification', 'elevate', 'returnToTriage'],
  unsubstantiated: ['confirmFinding', 'sendBackFinding'],
  'unverifiable.unsigned': ['signUnverifiable'],
  'unverifiable.onceSigned': ['signUnverifiable'],
  'assigning.open': ['issueLetters', 'writeBrief', 'proposeOverride'],
  'assigning.overrideProposed': ['confirmOverride', 'declineOverride'],
  rectifying: ['ruleObjection', 'grantExtension', 'refuseExtension', 'amendLetter'],
  reviewing: ['passResults', 'sendBack'],
  'replying.drafting': ['draftReply', 'proposeNoReply'],
  'replying.drafted': ['approveReply', 'returnReply'],
  'replying.noReplyProposed': ['confirmNoReply', 'declineNoReply'],
  reopened: ['grantRedo', 'reverify', 'refuseRedo'],
  lookBack: ['recordLookBack'],
}
/** Offered only where something calls for it: a reprisal, harm done, an order answered, the office itself accused. */
const BESIDE: readonly DeskAct[] = [
  'answerReprisal',
  'vindicate',
  'declineVindication',
  'settleOrder',
  'concludeReferral',
  'handUp',
]
/** What hurts if it was a slip stands last. */
const LAST: readonly DeskAct[] = [
  'take',
  'note',
  'markUrgent',
  'clearUrgent',
  'split',
  'exposeCode',
  'handOver',
  'stepAside',
  'issueOrder',
  'refer',
  'newEvidence',
]

/** The phase as the order of acts knows it. */
export const phaseOf = (life: string, classified: boolean): string =>
  life === 'triage.open' && classified ? `${life} classified` : life

/** Sorts the possible acts of a case so that the likely one comes first and what hurts comes last. */
export function inOrder<Act extends { type: DeskAct }>(acts: readonly Act[], phase: string): Act[] {
  const usual = [...(USUAL[phase] ?? []), ...BESIDE]
  const rank = ({ type }: Act) => {
    if (usual.includes(type)) return usual.indexOf(type)
    return LAST.includes(type) ? 1000 + LAST.indexOf(type) : 500
  }
  return [...acts].sort((a, b) => rank(a) - rank(b))
}

/** Whether the act is one of those this phase waits for. */
export const isUsual = (type: DeskAct, phase: string): boolean =>
  (USUAL[phase] ?? []).includes(type) || BESIDE.includes(type)
