import type { CaseEventType } from '#workflows/case/events.ts'

/** One thing a form asks for. `name` is its path in the event, dotted where the event is nested. */
export type ActField = { name: string; optional?: boolean } /** `names`: colleagues may be named in it */ & (
  | { as: 'text'; most: number; rows?: number; names?: boolean }
  | {
      as: 'choice'
      of: 'refusalReasons' | 'noReplyGrounds' | 'lookBackMethods' | 'findings' | 'complexities' | 'rulings' | 'tracks'
    }
  | { as: 'yesNo' | 'day' }
  | { as: 'kind' | 'unit' | 'units' | 'colleague' | 'case' | 'tracks' }
)

/** The acts that are done at the desk. Reporters, handlers and the clock have doors of their own. */
type Elsewhere =
  | 'supplement'
  | 'appeal'
  | 'withdraw'
  | 'noDispatch'
  | 'rate'
  | 'reportReprisal'
  | 'acknowledge'
  | 'object'
  | 'askExtension'
  | 'submitResult'
  | 'answerOrder'
  | 'deadline.lapsed'
  | 'calendar.published'
  | 'town.closed'
export type DeskAct = Exclude<CaseEventType, Elsewhere>

const OFFICE = 10_000
const REPORT = 20_000
const LETTER = 800
const text = (name: string, rows = 4): ActField => ({ name, as: 'text', most: OFFICE, rows })
const reason = [text('text')]
const letterParts = (side: string): ActField[] =>
  ['task', 'quality', 'feedbackStandard'].map((part) => ({ name: `${side}${part}`, as: 'text', most: LETTER, rows: 3 }))

/** What each act asks of an officer, and nothing else. Counted by a test; may only go down. */
export const ACT_FIELDS: Record<DeskAct, readonly ActField[]> = {
  take: [],
  handOver: [{ name: 'to', as: 'colleague' }],
  stepAside: reason,
  note: [{ name: 'text', as: 'text', most: OFFICE, rows: 4, names: true }],
  markUrgent: [],
  clearUrgent: [],
  exposeCode: [],
  classify: [
    { name: 'kind', as: 'kind' },
    { name: 'complexity', as: 'choice', of: 'complexities' },
    { name: 'place', as: 'unit', optional: true },
  ],
  nameAccused: [{ name: 'units', as: 'units', optional: true }],
  split: [
    { name: 'text', as: 'text', most: REPORT, rows: 8 },
    { name: 'kind', as: 'kind' },
  ],

  accept: [],
  askForMore: [text('question')],
  proposeRefusal: [{ name: 'reason', as: 'choice', of: 'refusalReasons' }, text('text', 6)],
  confirmRefusal: [],
  declineRefusal: reason,
  merge: [{ name: 'into', as: 'case' }],
  unmerge: [{ ...text('text'), optional: true }],
  handUp: reason,
  answerReprisal: reason,

  returnToTriage: reason,
  extendVerification: reason,
  elevate: reason,
  recordFinding: [{ name: 'finding', as: 'choice', of: 'findings' }, text('grounds', 6)],
  confirmFinding: [{ name: 'harm', as: 'yesNo' }],
  sendBackFinding: reason,
  signUnverifiable: [text('grounds')],
  newEvidence: reason,

  writeBrief: [
    text('brief', 8),
    { name: 'territory', as: 'unit' },
    { name: 'department', as: 'unit' },
    { name: 'lead', as: 'choice', of: 'tracks' },
  ],
  proposeOverride: [{ name: 'territory', as: 'unit' }, { name: 'department', as: 'unit' }, ...reason],
  confirmOverride: [],
  declineOverride: reason,
  issueLetters: [...letterParts('letters.territory.'), ...letterParts('letters.department.')],
  amendLetter: letterParts(''),

  ruleObjection: [
    { name: 'ruling', as: 'choice', of: 'rulings' },
    { name: 'to', as: 'unit', optional: true },
    text('grounds'),
  ],
  grantExtension: [{ ...text('grounds', 2), optional: true }],
  refuseExtension: [text('grounds')],

  passResults: [{ name: 'finding', as: 'choice', of: 'findings' }],
  sendBack: [{ name: 'tracks', as: 'tracks' }, text('missing')],
  draftReply: [text('text', 8)],
  approveReply: [],
  returnReply: reason,
  proposeNoReply: [{ name: 'ground', as: 'choice', of: 'noReplyGrounds' }, ...reason],
  confirmNoReply: [],
  declineNoReply: reason,
  grantRedo: [
    { name: 'tracks', as: 'tracks' },
    { name: 'text', as: 'text', most: LETTER, rows: 4 },
  ],
  reverify: reason,
  refuseRedo: reason,
  recordLookBack: [
    { name: 'visitedOn', as: 'day', optional: true },
    { name: 'method', as: 'choice', of: 'lookBackMethods' },
    { name: 'held', as: 'yesNo' },
    ...reason,
  ],

  issueOrder: reason,
  settleOrder: [],
  refer: reason,
  concludeReferral: reason,
  vindicate: reason,
  declineVindication: reason,
}

export const isDeskAct = (type: string): type is DeskAct => Object.hasOwn(ACT_FIELDS, type)

/** The fields of an act here and now: where verification came first, the review has no finding left to state. */
export const fieldsOf = (type: DeskAct, mode: 'verifyFirst' | 'assignToVerify'): readonly ActField[] =>
  type === 'passResults' && mode === 'verifyFirst' ? [] : ACT_FIELDS[type]
