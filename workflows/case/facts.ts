/**
 * What the engine knows under the lock about this actor, this case and this moment.
 * Nothing here ever comes from a request. An event reaches the machine as `{...event, facts}`.
 */
export type Facts = {
  /** the actor did the first half of the act that now waits for a second person (`SECOND_PERSON` in roles/permissions.ts) */
  isProposer: boolean
  /** the actor issued the letter of this track: someone else rules on the objection to it */
  issuedLetters: boolean
  /** the actor passed the results before the case was reopened */
  reviewedBefore: boolean
  /** the actor handled, verified or reviewed this case, or is at home in a unit that had its letter: a look-back is by another */
  tookPart: boolean
  /** the actor verifies this case now, or recorded its finding */
  verifiedBy: boolean
  /** the actor accepted the case: nobody verifies what they accepted */
  acceptedBy: boolean
  /** the actor has the case in hand, or is the machine, for somebody who left */
  holds: boolean
  /** the actor stepped aside from the case, and it was not handed to them since */
  steppedAside: boolean
  /** the case is marked urgent */
  urgent: boolean
  /** somebody else has seen the receipt code, and it is not replaced yet */
  codeExposed: boolean
  /** the date this act depends on has not passed: the objection window (`object`), the letter's due date (`askExtension`) */
  inTime: boolean
  /** the actor has the role of reviewer, head, supervisor */
  isReviewer: boolean
  isHead: boolean
  isSupervisor: boolean
  /** the office owns one of the two tracks itself: the supervisor rules and reviews in its place */
  officeIsParty: boolean
  /** the actor is the head and everyone else in the office has taken part: may act where an outsider is asked for, never as both sides of one act */
  lastResort: boolean
  /** the brief is written, its announced units are in no conflict (or two people overrode it), and the reporter's day to object is over */
  dispatchReady: boolean
  /** the kind of the case is handled by `assignToVerify`, and no conflict of interest forbids it */
  assignsToVerify: boolean
  /** the case named in `merge` is open and not merged itself, and nothing is merged into this one */
  mergeable: boolean
  /** other reports were merged into this one: it is not its reporter's alone to take back */
  othersBehind: boolean
  /** the main case that this one follows was refused */
  mainRefused: boolean
  /** this reporter has rated this round already */
  ratedBefore: boolean
  /** another reporter (of a merged case) may still rate this round */
  othersMayRate: boolean
  /** the case accuses the office itself, or what the office answers to: nobody in it may handle the case */
  officeAccused: boolean
  /** the letter that the standing order is about was taken from its unit, or given anew */
  orderOvertaken: boolean
  /** the case is in the sample that is looked at again after closing */
  sampled: boolean
}

/** Nobody in particular, too late for everything: what a test or the engine fills in from. */
export const NO_FACTS: Facts = {
  isProposer: false,
  issuedLetters: false,
  reviewedBefore: false,
  tookPart: false,
  verifiedBy: false,
  acceptedBy: false,
  holds: false,
  steppedAside: false,
  urgent: false,
  codeExposed: false,
  inTime: false,
  isReviewer: false,
  isHead: false,
  isSupervisor: false,
  officeIsParty: false,
  lastResort: false,
  dispatchReady: false,
  assignsToVerify: false,
  mergeable: false,
  othersBehind: false,
  mainRefused: false,
  ratedBefore: false,
  othersMayRate: false,
  officeAccused: false,
  orderOvertaken: false,
  sampled: false,
}
