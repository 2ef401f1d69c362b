/** Every condition the case machine asks, by a name that reads aloud. Who may act at all is not asked here: `roles/permissions.ts`. */
import { type CaseContext, type Entry, isBurden, lettersIssued } from './context.ts'
import { type DeadlineName, type Finding, type Track, UNIT_DATES } from './names.ts'
import type { Facts } from './facts.ts'
import type { JudgedEvent } from './judged.ts'

type Asked = { context: CaseContext; event: JudgedEvent }
type OnTrack = { track: Track }

export const guards = {
  // people
  bySomeoneElse: ({ event }: Asked) => !event.facts.isProposer,
  bySecondSigner: ({ event: { facts } }: Asked) => !facts.isProposer && (facts.isReviewer || facts.isHead),
  byHolderOrHead: ({ event: { facts } }: Asked) => facts.holds || facts.isHead,
  putsBack: ({ event }: Asked) => event.type === 'handOver' && event.to === null && event.facts.holds,
  byHolder: ({ event }: Asked) => event.facts.holds,
  byOneWhoStayed: ({ event }: Asked) => !event.facts.steppedAside,
  byOneWhoDidNotAccept: ({ event }: Asked) => !acceptedIt(event.facts),
  byOneWhoDidNotVerify: ({ event: { facts } }: Asked) => !facts.verifiedBy || facts.lastResort,
  bySecondReviewer: ({ event }: Asked) => !event.facts.isProposer && byReviewer(event),
  byAnotherReviewer: ({ event }: Asked) => byReviewer(event) && !passedBefore(event),

  // what the office says among itself
  mentionsSomebody: ({ event }: Asked) => event.type === 'note' && (event.mentions?.length ?? 0) > 0,
  isUrgent: ({ event }: Asked) => event.facts.urgent,
  codeIsNotExposed: ({ event }: Asked) => !event.facts.codeExposed,
  isNotUrgent: ({ event }: Asked) => !event.facts.urgent,

  // the office itself
  officeAccused: ({ event }: Asked) => event.facts.officeAccused,

  // the clock
  lapsed: ({ event }: Asked, { deadline }: { deadline: DeadlineName }) => lapsed(event, deadline),
  lapsedOnTrack: ({ event }: Asked, { deadline, track }: { deadline: DeadlineName; track: Track }) =>
    lapsed(event, deadline) && concerns(event, track),

  unitIsLate: ({ event }: Asked, { track }: { track: Track }) =>
    UNIT_DATES.some((deadline) => lapsed(event, deadline)) && concerns(event, track),

  // triage and verification
  mayAssignAtOnce: ({ context, event }: Asked) => context.complexity !== null && event.facts.assignsToVerify,
  classified: ({ context }: Asked) => context.complexity !== null,
  notAppealed: ({ context }: Asked) => !context.appealed,
  mayMerge: ({ context, event }: Asked) => event.facts.mergeable && !lettersIssued(context),
  mainRefused: ({ context, event }: Asked) => event.facts.mainRefused && !context.appealed,
  mayTakeBack: ({ context, event }: Asked) => !lettersIssued(context) && !event.facts.othersBehind,
  findsBurden: ({ event }: Asked) => finds(event, isBurden),
  findsNothing: ({ event }: Asked) => finds(event, (finding) => finding === 'unsubstantiated'),
  cannotTell: ({ event }: Asked) => finds(event, (finding) => finding === 'unverifiable'),
  mayExtendVerification: ({ context, event: { facts } }: Asked) =>
    !context.verificationExtended && (!facts.verifiedBy || facts.lastResort),
  mayElevate: ({ context, event: { facts } }: Asked) => !context.elevated && (!facts.verifiedBy || facts.lastResort),
  leftOpen: ({ context }: Asked) => context.finding === 'unverifiable' && !context.withdrawn,

  // the two letters
  mayIssue: ({ context, event }: Asked) => event.facts.dispatchReady && context.complexity !== null,
  onTrack: ({ event }: Asked, { track }: OnTrack) => concerns(event, track),
  enters: ({ context }: Asked, { track, as }: { track: Track; as: Entry }) => context.tracks[track] === as,
  mayObject: ({ context, event }: Asked, { track }: OnTrack) =>
    concerns(event, track) && !context.objected[track] && event.facts.inTime,
  mayRule: ({ event }: Asked, { track, ruling }: { track: Track; ruling: 'reassigned' | 'confirmed' }) =>
    event.type === 'ruleObjection' &&
    event.track === track &&
    event.ruling === ruling &&
    !event.facts.isProposer &&
    (!event.facts.issuedLetters || event.facts.lastResort) &&
    (event.facts.officeIsParty ? event.facts.isSupervisor : event.facts.isHead),
  mayAskExtension: ({ context, event }: Asked, { track }: OnTrack) =>
    concerns(event, track) && context.extensions[track] < 2 && event.facts.inTime,
  mayRuleExtension: ({ context, event }: Asked, { track }: OnTrack) =>
    concerns(event, track) && !event.facts.isProposer && (context.extensions[track] === 0 || event.facts.isHead),
  mayOrder: ({ context, event }: Asked, { track }: OnTrack) =>
    concerns(event, track) && context.letters[track] === 'out',
  orderOvertaken: ({ context, event }: Asked, { track }: OnTrack) =>
    concerns(event, track) && (context.letters[track] !== 'out' || event.facts.orderOvertaken),

  // review, reply, rating
  reviewPasses: (asked: Asked) => passes(asked, isBurden),
  reviewFindsNothing: (asked: Asked) => passes(asked, (finding) => finding === 'unsubstantiated'),
  reviewCannotTell: (asked: Asked) => passes(asked, (finding) => finding === 'unverifiable'),
  maySendBack: ({ event }: Asked) => reviews(event),
  satisfiedNotLast: ({ event }: Asked) => rates(event, true) && event.facts.othersMayRate,
  satisfied: ({ event }: Asked) => rates(event, true),
  asksForRedo: ({ context, event }: Asked) => rates(event, false) && !context.redone,
  stillDissatisfied: ({ event }: Asked) => rates(event, false),
  redoAllowed: ({ context, event }: Asked) => byReviewer(event) && !passedBefore(event) && isBurden(context.finding),

  // after closing, and beside the life
  heldAgain: ({ context, event }: Asked) => looksBack(event, true) && context.lookBacks >= 1,
  heldOnce: ({ event }: Asked) => looksBack(event, true),
  mayLookBack: ({ event: { facts } }: Asked) => !facts.steppedAside && byOutsider(facts),
  relapsed: ({ event }: Asked) => looksBack(event, false),
  harmDone: ({ context }: Asked) => context.harm,
  reprisalOpen: ({ context }: Asked) => context.reprisal,
}

/** The finding that the review stands on: known since verification, or stated now where the units verified. */
export function reviewedFinding({ context, event }: Asked): Finding | null {
  if (event.type !== 'passResults') return null
  if (context.mode === 'assignToVerify') return event.finding ?? context.finding
  return event.finding === undefined || event.finding === context.finding ? context.finding : null
}
const lapsed = (event: JudgedEvent, deadline: DeadlineName) =>
  event.type === 'deadline.lapsed' && event.deadline === deadline
const concerns = (event: JudgedEvent, track: Track) => 'track' in event && event.track === track
const finds = (event: JudgedEvent, wanted: (finding: Finding) => boolean) =>
  event.type === 'recordFinding' && !acceptedIt(event.facts) && wanted(event.finding)
/** Nobody verifies what they accepted. */
const acceptedIt = (facts: Facts) => facts.acceptedBy && !facts.lastResort
/** After a redo the results are judged by somebody who did not pass them. */
const passedBefore = ({ facts }: JudgedEvent) => facts.reviewedBefore && !facts.lastResort
const byReviewer = ({ facts }: JudgedEvent) => facts.isReviewer || facts.lastResort
/** Where the office owns a track itself, the supervisor reviews and rules in its place. */
const reviews = (event: JudgedEvent) =>
  !passedBefore(event) && (event.facts.officeIsParty ? event.facts.isSupervisor : byReviewer(event))

const passes = (asked: Asked, wanted: (finding: Finding | null) => boolean) =>
  reviews(asked.event) && wanted(reviewedFinding(asked))
const rates = (event: JudgedEvent, satisfied: boolean) =>
  event.type === 'rate' && event.satisfied === satisfied && !event.facts.ratedBefore
const looksBack = (event: JudgedEvent, held: boolean) =>
  event.type === 'recordLookBack' && event.held === held && byOutsider(event.facts)
const byOutsider = (facts: Facts) => (!facts.tookPart && (facts.isReviewer || facts.isSupervisor)) || facts.lastResort
