/**
 * Every act in each of its closed variants, with placeholders for what is free (texts, ids).
 * A page asks the machine with them what may be done now; the tests do so in every state.
 */
import type { CaseEvent, CaseEventType } from './events.ts'
import { DEADLINE_NAMES, FINDINGS, type Track, TRACK_DEADLINES, TRACKS } from './names.ts'

const text = '…'
const unit = '00000000-0000-4000-8000-000000000001'
const otherUnit = '00000000-0000-4000-8000-000000000002'
const letter = { task: text, quality: text, feedbackStandard: text }
const choices: Track[][] = [['territory'], ['department'], ['territory', 'department']]
const ofOneLetter: readonly string[] = TRACK_DEADLINES

type Of<T extends CaseEventType> = Extract<CaseEvent, { type: T }>
/** The same act for either side. */
const perTrack = <T extends CaseEventType>(on: (track: Track) => Of<T>): Of<T>[] => TRACKS.map(on)

export const CASE_VARIANTS: { readonly [T in CaseEventType]: readonly Of<T>[] } = {
  take: [{ type: 'take' }],
  handOver: [{ type: 'handOver', to: unit }],
  stepAside: [{ type: 'stepAside', text }],
  note: [
    { type: 'note', text },
    { type: 'note', text, mentions: [unit] },
  ],
  markUrgent: [{ type: 'markUrgent' }],
  clearUrgent: [{ type: 'clearUrgent' }],
  exposeCode: [{ type: 'exposeCode' }],
  classify: [
    { type: 'classify', kind: 'B11', complexity: 'easy', place: unit },
    { type: 'classify', kind: 'B11', complexity: 'standard', place: unit },
    { type: 'classify', kind: 'B11', complexity: 'complex', place: null },
    { type: 'classify', kind: 'OUT', complexity: 'easy', place: null },
  ],
  nameAccused: [{ type: 'nameAccused', units: [unit] }],
  split: [{ type: 'split', text, kind: 'B11' }],

  accept: [{ type: 'accept' }],
  askForMore: [{ type: 'askForMore', question: text }],
  proposeRefusal: [{ type: 'proposeRefusal', reason: 'elsewhere', text }],
  confirmRefusal: [{ type: 'confirmRefusal' }],
  declineRefusal: [{ type: 'declineRefusal', text }],
  merge: [{ type: 'merge', into: unit }],
  unmerge: [{ type: 'unmerge' }],
  handUp: [{ type: 'handUp', text }],

  supplement: [{ type: 'supplement', text }],
  appeal: [{ type: 'appeal', text }],
  withdraw: [{ type: 'withdraw' }],
  noDispatch: [{ type: 'noDispatch' }],
  rate: [
    { type: 'rate', satisfied: true },
    { type: 'rate', satisfied: false },
  ],
  reportReprisal: [{ type: 'reportReprisal', text }],
  answerReprisal: [{ type: 'answerReprisal', text }],

  returnToTriage: [{ type: 'returnToTriage', text }],
  extendVerification: [{ type: 'extendVerification', text }],
  elevate: [{ type: 'elevate', text }],
  recordFinding: FINDINGS.map((finding) => ({ type: 'recordFinding', finding, grounds: text })),
  confirmFinding: [
    { type: 'confirmFinding', harm: false },
    { type: 'confirmFinding', harm: true },
  ],
  sendBackFinding: [{ type: 'sendBackFinding', text }],
  signUnverifiable: [{ type: 'signUnverifiable', grounds: text }],
  newEvidence: [{ type: 'newEvidence', text }],

  writeBrief: TRACKS.map((lead) => ({
    type: 'writeBrief',
    brief: text,
    territory: unit,
    department: otherUnit,
    lead,
  })),
  proposeOverride: [{ type: 'proposeOverride', text, territory: unit, department: otherUnit }],
  confirmOverride: [{ type: 'confirmOverride' }],
  declineOverride: [{ type: 'declineOverride', text }],
  issueLetters: [{ type: 'issueLetters', letters: { territory: letter, department: letter } }],
  amendLetter: perTrack((track) => ({ type: 'amendLetter', track, ...letter })),

  acknowledge: perTrack((track) => ({ type: 'acknowledge', track })),
  object: perTrack((track) => ({ type: 'object', track, grounds: text })),
  ruleObjection: TRACKS.flatMap((track) => [
    { type: 'ruleObjection', track, ruling: 'reassigned', grounds: text, to: unit },
    { type: 'ruleObjection', track, ruling: 'confirmed', grounds: text },
  ]),
  askExtension: perTrack((track) => ({ type: 'askExtension', track, days: 7, grounds: text })),
  grantExtension: perTrack((track) => ({ type: 'grantExtension', track })),
  refuseExtension: perTrack((track) => ({ type: 'refuseExtension', track, grounds: text })),
  submitResult: perTrack((track) => ({
    type: 'submitResult',
    track,
    facts: text,
    measures: text,
    effect: text,
    prevention: text,
  })),

  passResults: [{ type: 'passResults' }, ...FINDINGS.map((finding) => ({ type: 'passResults' as const, finding }))],
  sendBack: choices.map((tracks) => ({ type: 'sendBack', tracks, missing: text })),
  draftReply: [{ type: 'draftReply', text }],
  approveReply: [{ type: 'approveReply' }],
  returnReply: [{ type: 'returnReply', text }],
  proposeNoReply: [{ type: 'proposeNoReply', ground: 'noContact', text }],
  confirmNoReply: [{ type: 'confirmNoReply' }],
  declineNoReply: [{ type: 'declineNoReply', text }],
  grantRedo: choices.map((tracks) => ({ type: 'grantRedo', tracks, text })),
  reverify: [{ type: 'reverify', text }],
  refuseRedo: [{ type: 'refuseRedo', text }],
  recordLookBack: [
    { type: 'recordLookBack', held: true, method: 'visit', text },
    { type: 'recordLookBack', held: false, method: 'visit', text },
  ],

  issueOrder: perTrack((track) => ({ type: 'issueOrder', track, text })),
  answerOrder: perTrack((track) => ({ type: 'answerOrder', track, text })),
  settleOrder: perTrack((track) => ({ type: 'settleOrder', track })),
  refer: [{ type: 'refer', text }],
  concludeReferral: [{ type: 'concludeReferral', text }],
  vindicate: [{ type: 'vindicate', text }],
  declineVindication: [{ type: 'declineVindication', text }],

  'deadline.lapsed': DEADLINE_NAMES.flatMap((deadline) =>
    ofOneLetter.includes(deadline)
      ? TRACKS.map((track) => ({ type: 'deadline.lapsed' as const, deadline, track }))
      : [{ type: 'deadline.lapsed' as const, deadline }],
  ),
  'calendar.published': [{ type: 'calendar.published' }],
  'town.closed': [{ type: 'town.closed' }],
}
