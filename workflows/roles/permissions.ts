/** Who may send each event. A new event without a row here does not compile. */
import type { CaseEventType } from '#workflows/case/events.ts'
import type { TypicalCaseEventType } from '#workflows/typical-case/events.ts'
import type { Role } from './roles.ts'

/** An officer's role, the holder of a receipt code, the worker for a date that fell due, one machine telling another. */
export type Sender = Role | 'reporter' | 'clock' | 'machine'

const OFFICE = ['clerk', 'verifier', 'reviewer', 'head', 'supervisor'] as const
/** The handler of that letter's unit: the engine compares the unit, because one officer may serve either side. */
const HANDLERS = ['territoryHandler', 'departmentHandler'] as const

/** Where a role stands here only for a special case (the office is a party, the head as last resort), a guard of the machine says when. */
export const PERMISSIONS: Record<CaseEventType, readonly Sender[]> = {
  take: OFFICE,
  // the machine: the work of somebody who left
  handOver: [...OFFICE, 'machine'],
  stepAside: OFFICE,
  note: [...OFFICE, 'disciplineLiaison'],
  markUrgent: OFFICE,
  clearUrgent: OFFICE,
  exposeCode: [...OFFICE, 'disciplineLiaison'],
  // what a verifier or reviewer finds out may change whom the case accuses
  classify: ['clerk', 'verifier', 'reviewer'],
  // the liaison reads what the text alone kept from the office, and gives it back where it accuses nobody there
  nameAccused: ['clerk', 'verifier', 'reviewer', 'disciplineLiaison'],
  split: ['clerk', 'verifier'],

  accept: ['clerk'],
  askForMore: ['clerk', 'verifier', 'reviewer'],
  proposeRefusal: ['clerk'],
  confirmRefusal: ['reviewer', 'head'],
  declineRefusal: ['reviewer', 'head'],
  merge: ['clerk', 'reviewer'],
  unmerge: ['clerk', 'reviewer'],
  handUp: ['disciplineLiaison', 'auditor'],

  supplement: ['reporter'],
  appeal: ['reporter'],
  withdraw: ['reporter'],
  noDispatch: ['reporter'],
  rate: ['reporter'],
  reportReprisal: ['reporter'],
  answerReprisal: ['disciplineLiaison'],

  returnToTriage: ['verifier'],
  extendVerification: ['reviewer', 'head'],
  elevate: ['reviewer', 'head'],
  recordFinding: ['verifier'],
  confirmFinding: ['reviewer', 'head'],
  sendBackFinding: ['reviewer', 'head'],
  signUnverifiable: ['verifier', 'reviewer', 'head'],
  newEvidence: ['verifier', 'reviewer'],

  writeBrief: ['reviewer'],
  proposeOverride: ['head'],
  confirmOverride: ['supervisor'],
  declineOverride: ['supervisor'],
  issueLetters: ['reviewer'],
  amendLetter: ['reviewer'],

  acknowledge: HANDLERS,
  object: HANDLERS,
  ruleObjection: ['head', 'supervisor'],
  askExtension: HANDLERS,
  grantExtension: ['reviewer', 'head'],
  refuseExtension: ['reviewer', 'head'],
  submitResult: HANDLERS,

  passResults: ['reviewer', 'supervisor', 'head'],
  sendBack: ['reviewer', 'supervisor', 'head'],
  draftReply: ['reviewer'],
  approveReply: ['reviewer', 'head'],
  returnReply: ['reviewer', 'head'],
  proposeNoReply: ['reviewer'],
  confirmNoReply: ['head'],
  declineNoReply: ['head'],
  grantRedo: ['reviewer', 'head'],
  reverify: ['reviewer', 'head'],
  refuseRedo: ['reviewer', 'head'],
  recordLookBack: ['reviewer', 'supervisor', 'head'],

  issueOrder: ['supervisor'],
  answerOrder: HANDLERS,
  settleOrder: ['supervisor'],
  refer: ['clerk', 'verifier', 'supervisor'],
  concludeReferral: ['disciplineLiaison'],
  vindicate: ['head'],
  declineVindication: ['head'],

  'deadline.lapsed': ['clock'],
  'calendar.published': ['clock'],
  'town.closed': ['clock'],
}

/** What whoever stepped aside from a case may still do in it until it is handed to them: say what they know. */
export const WHILE_ASIDE: readonly CaseEventType[] = ['note']

export const TYPICAL_CASE_PERMISSIONS: Record<TypicalCaseEventType, readonly Sender[]> = {
  draft: ['editor'],
  addSource: ['editor'],
  removeSource: ['editor'],
  propose: ['editor'],
  approve: ['approver'],
  returnDraft: ['approver'],
  publish: ['approver'],
  correct: ['editor'],
  approveCorrection: ['approver'],
  returnCorrection: ['approver'],
  withdraw: ['approver'],
  sourceReopened: ['machine'],
}

/**
 * The acts with two sides. Whoever did the LATEST of the listed acts on this case (of the same track, where
 * it has one) is the proposer of the act named first, and may not do it: the fact `isProposer`.
 */
export const SECOND_PERSON: { readonly [second in CaseEventType]?: readonly CaseEventType[] } = {
  confirmRefusal: ['proposeRefusal'],
  declineRefusal: ['proposeRefusal'],
  confirmFinding: ['recordFinding', 'passResults'],
  sendBackFinding: ['recordFinding', 'passResults'],
  signUnverifiable: ['recordFinding', 'passResults', 'signUnverifiable'],
  confirmOverride: ['proposeOverride'],
  declineOverride: ['proposeOverride'],
  ruleObjection: ['object'],
  grantExtension: ['askExtension'],
  refuseExtension: ['askExtension'],
  approveReply: ['draftReply'],
  returnReply: ['draftReply'],
  confirmNoReply: ['proposeNoReply'],
  declineNoReply: ['proposeNoReply'],
}
