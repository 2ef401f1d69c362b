/** Every message to staff: who must act on it, and so who gets it. A new name without a row here does not compile. */
import type { CaseEventType } from '#workflows/case/events.ts'
import type { DeadlineName, NoticeName } from '#workflows/case/names.ts'
import type { RingingRung } from '#workflows/deadlines/ladder.ts'
import { PERMISSIONS, SECOND_PERSON } from '#workflows/roles/permissions.ts'
import { ROLES, type Role } from '#workflows/roles/roles.ts'
import type { TypicalCaseNoticeName } from '#workflows/typical-case/events.ts'

export type Audience = {
  /**
   * Who must act: whoever has the case in hand, failing that everyone of these roles · the handlers at home in the
   * unit that has the track's letter, or that objected to it · the second person of whatever waits for one · the authors of a typical case ·
   * the colleagues whom a note named.
   */
  to: 'holder' | 'roles' | 'lettersUnit' | 'objectorsUnit' | 'secondPerson' | 'authors' | 'mentioned'
  roles: readonly Role[] | 'inCharge'
  /** told as well, whoever acts */
  also?: readonly Role[]
  /** instead of `roles` where the office owns one of the letters itself */
  whereOfficeIsParty?: readonly Role[]
  /** not whoever did the newest of these: they may not do what comes next */
  butNot?: readonly CaseEventType[]
  /** not whoever wrote the typical case */
  butNotAuthors?: true
  /** goes out at once, at night and on holidays too */
  emergency?: true
}

const roles = (...named: Role[]): Audience => ({ to: 'roles', roles: named })
/** Whoever has it in hand; failing that, everyone of these roles. */
const holder = (...named: Role[]): Audience => ({ to: 'holder', roles: named })
const holderOrInCharge: Audience = { to: 'holder', roles: 'inCharge' }
const lettersUnit: Audience = { to: 'lettersUnit', roles: ['territoryHandler', 'departmentHandler'] }
const authors = (...also: Role[]): Audience => ({ to: 'authors', roles: ['editor'], also })

export const NOTICES: Record<NoticeName, Audience> = {
  caseArrived: roles('clerk'),
  refusalDeclined: holder('clerk'),
  toSign: { to: 'secondPerson', roles: [] },
  toVerify: { ...roles('verifier'), butNot: ['accept'] },
  supplementArrived: holderOrInCharge,
  noAnswerCame: holder('verifier'),
  toAssign: roles('reviewer'),
  dispatchObjected: holder('reviewer'),
  toIssue: holder('reviewer'),
  overrideDeclined: roles('head'),
  letterIssued: lettersUnit,
  letterAmended: lettersUnit,
  letterObjected: { ...roles('head'), whereOfficeIsParty: ['supervisor'] },
  // whoever gets the letter instead hears of it by the letter
  objectionRuled: { ...lettersUnit, to: 'objectorsUnit' },
  extensionAsked: roles('reviewer', 'head'),
  extensionRuled: lettersUnit,
  resultsIn: { ...roles('reviewer'), whereOfficeIsParty: ['supervisor'] },
  sentBack: lettersUnit,
  toReply: roles('reviewer'),
  replyReturned: holder('reviewer'),
  redoAsked: { ...roles('reviewer'), butNot: ['passResults'] },
  dissatisfiedAfterRedo: roles('head'),
  lookBackDue: roles('reviewer', 'supervisor'),
  caseReferred: roles('disciplineLiaison'),
  caseHandedUp: roles('disciplineLiaison', 'auditor'),
  supervisionOrder: lettersUnit,
  orderAnswered: roles('supervisor'),
  vindicationDue: { ...roles('head'), butNot: ['recordFinding'] },
  reprisalReported: { ...roles('disciplineLiaison'), emergency: true },
  reporterWithdrew: holderOrInCharge,
  caseHandedOver: holder(),
  steppedAside: { to: 'roles', roles: 'inCharge' },
  mentioned: { to: 'mentioned', roles: [] },
  redCard: lettersUnit,
  deadlineLapsed: { ...holderOrInCharge, also: ['head'] },
}

/** What a rung tells, and whom: of a date that a unit answers for, and of one of the office's own. */
export const RUNG_NOTICE_NAMES = [
  'letterReminder',
  'yellowCard',
  'orderDue',
  'leaderTold',
  'dateReminder',
  'dateNear',
  'nobodyAtUnit',
] as const
export type RungNoticeName = (typeof RUNG_NOTICE_NAMES)[number]

export const RUNG_NOTICES: Record<RungNoticeName, Audience> = {
  letterReminder: lettersUnit,
  yellowCard: lettersUnit,
  orderDue: roles('supervisor'),
  leaderTold: roles('leader'),
  dateReminder: holderOrInCharge,
  dateNear: holderOrInCharge,
  // whatever should have reached a unit where nobody answers letters
  nobodyAtUnit: roles('supervisor'),
}

/** Whose a date of the office's own is, where whoever has the case in hand could not answer it. */
export const OWNERS_OF_DATE: { readonly [name in DeadlineName]?: Audience } = {
  ruling: NOTICES.letterObjected,
  extensionRuling: NOTICES.extensionAsked,
  findingReview: NOTICES.toSign,
  signature: NOTICES.toSign,
  vindication: NOTICES.vindicationDue,
  reprisal: NOTICES.reprisalReported,
}

/** What is told at each rung. An order is a unit's to answer; the office's own dates know none. */
export const NOTICE_OF_RUNG: Record<RingingRung, { unit: RungNoticeName; office: RungNoticeName }> = {
  reminder: { unit: 'letterReminder', office: 'dateReminder' },
  yellow: { unit: 'yellowCard', office: 'dateNear' },
  order: { unit: 'orderDue', office: 'leaderTold' },
  leader: { unit: 'leaderTold', office: 'leaderTold' },
}

/** About accounts: whoever must confirm one, and everybody of the office once it is there. They name no case. */
export const ACCOUNT_NOTICE_NAMES = ['accountToConfirm', 'accountChanged'] as const
export type AccountNoticeName = (typeof ACCOUNT_NOTICE_NAMES)[number]
/** Everybody but those who answer letters in their own units. */
export const TOLD_OF_ACCOUNTS: readonly Role[] = ROLES.filter(
  (role) => role !== 'territoryHandler' && role !== 'departmentHandler',
)

export const TYPICAL_CASE_NOTICES: Record<TypicalCaseNoticeName, Audience> = {
  draftToApprove: { ...roles('approver'), butNotAuthors: true },
  draftReturned: authors(),
  draftApproved: roles('approver'),
  correctionToApprove: { ...roles('approver'), butNotAuthors: true },
  correctionReturned: authors(),
  sourceReopened: authors('approver'),
}

/** Whose work a case is while nobody has it in hand, by the state it is in; everything later is the reviewers'. */
export function inCharge(life: string): readonly Role[] {
  switch (life.split('.')[0]) {
    case 'triage':
    case 'needsInfo':
    case 'notAccepted':
    case 'merged':
      return ['clerk']
    case 'handedUp':
      return ['disciplineLiaison']
    case 'verifying':
      return ['verifier']
    case 'rectifying':
      return ['supervisor']
    case 'lookBack':
      return ['reviewer', 'supervisor']
    default:
      return ['reviewer']
  }
}

/** The act for which a state waits for a second person. */
const SECONDS: Record<string, CaseEventType> = {
  'triage.refusalProposed': 'confirmRefusal',
  unsubstantiated: 'confirmFinding',
  'unverifiable.unsigned': 'signUnverifiable',
  'unverifiable.onceSigned': 'signUnverifiable',
  'assigning.overrideProposed': 'confirmOverride',
  'replying.drafted': 'approveReply',
  'replying.noReplyProposed': 'confirmNoReply',
}

/** The states that wait for a second person. */
export const LIVES_TO_SIGN: readonly string[] = Object.keys(SECONDS)

/** Who may be the second person in this state, and whose first half shuts them out; nobody where nothing waits any more. */
export function secondPerson(life: string): { roles: readonly Role[]; butNot: readonly CaseEventType[] } {
  const act = SECONDS[life]
  if (!act) return { roles: [], butNot: [] }
  return { roles: PERMISSIONS[act].filter(isRole), butNot: SECOND_PERSON[act] ?? [] }
}

const isRole = (sender: string): sender is Role => ROLES.some((role) => role === sender)

/** The notices that go out at night too. */
export const EMERGENCIES: readonly string[] = namesWhere(({ emergency }) => emergency === true)

/** Those that go to a unit about a letter of its own, of which it knows whatever the case accuses. */
export const TO_LETTERS_UNIT: readonly string[] = namesWhere(({ to }) => to === 'lettersUnit' || to === 'objectorsUnit')

/** Those that lead to the supervision screen: their readers may know of no case by its number. */
export const TO_OVERSIGHT: readonly string[] = ['leaderTold'] satisfies RungNoticeName[]

function namesWhere(holds: (audience: Audience) => boolean): string[] {
  return Object.entries({ ...NOTICES, ...RUNG_NOTICES, ...TYPICAL_CASE_NOTICES })
    .filter(([, audience]) => holds(audience))
    .map(([name]) => name)
}
