/** From two results to an answer the reporter can judge: review, reply, rating, and the one redo. */
import { inHand } from './hands.ts'
import { tell, under } from './rows.ts'
import { caseSetup } from './setup.ts'

export const reviewing = caseSetup.createStateConfig({
  description: 'One look at both results. Passed together, or one or both sent back with what is missing.',
  ...under('review', 'resultsIn'),
  on: {
    ...inHand,
    passResults: [
      { guard: 'reviewPasses', target: 'replying', actions: 'keepReviewedFinding' },
      { guard: 'reviewFindsNothing', target: 'unsubstantiated', actions: 'keepReviewedFinding' },
      { guard: 'reviewCannotTell', target: 'unverifiable.onceSigned', actions: 'keepReviewedFinding' },
    ],
    sendBack: { guard: 'maySendBack', target: 'rectifying', actions: 'reworkNamedTracks' },
  },
})

export const replying = caseSetup.createStateConfig({
  description: 'Every voice gets an answer: a reply read by a second person, or a stated ground signed by two.',
  ...under('reply', 'toReply'),
  initial: 'drafting',
  on: inHand,
  states: {
    drafting: {
      on: { draftReply: { target: 'drafted' }, proposeNoReply: { target: 'noReplyProposed' } },
    },
    drafted: {
      entry: tell('toSign'),
      on: {
        approveReply: { guard: 'bySomeoneElse', target: '#case.life.rating' },
        returnReply: { guard: 'bySomeoneElse', target: 'drafting', actions: tell('replyReturned') },
      },
    },
    noReplyProposed: {
      entry: tell('toSign'),
      on: {
        confirmNoReply: { guard: 'bySomeoneElse', target: '#case.life.closed' },
        declineNoReply: { guard: 'bySomeoneElse', target: 'drafting', actions: tell('replyReturned') },
      },
    },
  },
})

export const rating = caseSetup.createStateConfig({
  description: 'The reporter says whether it holds. Silence closes; a no reopens, once.',
  ...under('rating'),
  on: {
    rate: [
      { guard: 'satisfiedNotLast', actions: 'stays' },
      { guard: 'satisfied', target: 'closed' },
      { guard: 'asksForRedo', target: 'reopened', actions: 'markRedone' },
      { guard: 'stillDissatisfied', target: 'closed', actions: tell('dissatisfiedAfterRedo') },
    ],
    'deadline.lapsed': { guard: { type: 'lapsed', params: { deadline: 'rating' } }, target: 'closed' },
  },
})

export const reopened = caseSetup.createStateConfig({
  description: 'By a reviewer who did not pass it before: which side does what again, or why not.',
  ...under('redoRuling', 'redoAsked'),
  on: {
    ...inHand,
    grantRedo: { guard: 'redoAllowed', target: 'rectifying', actions: 'reissueNamedTracks' },
    reverify: { guard: 'byAnotherReviewer', target: 'verifying', actions: 'giveUpFinding' },
    refuseRedo: { guard: 'byAnotherReviewer', target: 'closed' },
  },
})
