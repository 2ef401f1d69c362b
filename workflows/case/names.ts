/** The closed lists of the case: what an act may name, by code. No schema, so that a page can draw from them. */

export const TRACKS = ['territory', 'department'] as const
export type Track = (typeof TRACKS)[number]

export const FINDINGS = ['substantiated', 'partlySubstantiated', 'unsubstantiated', 'unverifiable'] as const
export type Finding = (typeof FINDINGS)[number]

/** How hard the matter is to put right; the time limit of the letters follows from it. */
export const COMPLEXITIES = ['easy', 'standard', 'complex'] as const
export type Complexity = (typeof COMPLEXITIES)[number]

/** Why a report is outside the scope; each has another lawful channel. */
export const REFUSAL_REASONS = [
  'litigation',
  'individualPetition',
  'crime',
  'discipline',
  'emergency',
  'livelihood',
  'stateSecret',
  'elsewhere',
  'noContent',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** The stated grounds for closing without a reply (依规不予反馈). */
export const NO_REPLY_GROUNDS = ['secret', 'referred', 'thirdParty', 'noContact', 'repeated'] as const
export type NoReplyGround = (typeof NO_REPLY_GROUNDS)[number]

/** How a look-back sees for itself; never by asking the unit whose word is looked into. */
export const LOOK_BACK_METHODS = ['visit', 'talks', 'panel', 'papers'] as const
export type LookBackMethod = (typeof LOOK_BACK_METHODS)[number]

/** The dates that one letter carries: stored once per track. */
export const TRACK_DEADLINES = [
  'acknowledgement',
  'objectionWindow',
  'ruling',
  'rectification',
  'extensionRuling',
  'orderAnswer',
] as const
/** The dates that a unit answers for by its letter; every other is the office's own, or the reporter's. */
export const UNIT_DATES = ['acknowledgement', 'rectification', 'orderAnswer'] as const
/** Every date a case can carry; the lengths and sources are in `deadlines/catalogue.ts`. */
export const DEADLINE_NAMES = [
  'triage',
  'supplement',
  'verification',
  'findingReview',
  'signature',
  'assignment',
  'dispatchObjection',
  ...TRACK_DEADLINES,
  'review',
  'reply',
  'rating',
  'redoRuling',
  'lookBackStart',
  'lookBackReport',
  'vindication',
  'reprisal',
] as const
export type DeadlineName = (typeof DEADLINE_NAMES)[number]

/** Every message to staff that a step can ask for; who reads it is in `notices/catalogue.ts`. */
export const NOTICE_NAMES = [
  'caseArrived',
  'refusalDeclined',
  'toSign',
  'toVerify',
  'supplementArrived',
  'noAnswerCame',
  'toAssign',
  'dispatchObjected',
  'toIssue',
  'overrideDeclined',
  'letterIssued',
  'letterAmended',
  'letterObjected',
  'objectionRuled',
  'extensionAsked',
  'extensionRuled',
  'resultsIn',
  'sentBack',
  'toReply',
  'replyReturned',
  'redoAsked',
  'dissatisfiedAfterRedo',
  'lookBackDue',
  'caseReferred',
  'caseHandedUp',
  'supervisionOrder',
  'orderAnswered',
  'vindicationDue',
  'reprisalReported',
  'reporterWithdrew',
  'caseHandedOver',
  'steppedAside',
  'mentioned',
  'redCard',
  'deadlineLapsed',
] as const
export type NoticeName = (typeof NOTICE_NAMES)[number]
