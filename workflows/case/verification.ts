/** Is it so? The search for an answer, and the two findings that another person has to sign before anyone is told. */
import { beforeLetters, inHand, stillOneReport, stillSorted } from './hands.ts'
import { clearDate, moveDate, pauseDate, resumeDate, setDate, tell, under } from './rows.ts'
import { caseSetup } from './setup.ts'

export const verifying = caseSetup.createStateConfig({
  description: 'Is it so? By someone who neither belongs nor answers to the accused, and did not accept the case.',
  ...under('verification', 'toVerify'),
  initial: 'working',
  on: {
    ...inHand,
    ...stillSorted,
    ...stillOneReport,
    ...beforeLetters,
    returnToTriage: { guard: 'byOneWhoDidNotAccept', target: 'triage' },
  },
  states: {
    working: {
      on: {
        recordFinding: [
          { guard: 'findsBurden', target: '#case.life.assigning', actions: 'keepFinding' },
          { guard: 'findsNothing', target: '#case.life.unsubstantiated', actions: 'keepFinding' },
          { guard: 'cannotTell', target: '#case.life.unverifiable.onceSigned', actions: 'keepFinding' },
        ],
        // while a question is with its reporter a case stays what it is: the reporter would see it change
        merge: { guard: 'mayMerge', target: '#case.life.merged' },
        askForMore: { guard: 'byOneWhoDidNotAccept', target: 'awaitingReporter' },
        extendVerification: {
          guard: 'mayExtendVerification',
          actions: ['markVerificationExtended', moveDate('verification')],
        },
        elevate: { guard: 'mayElevate', target: '#case.life.verifying', reenter: true, actions: 'markElevated' },
      },
    },
    awaitingReporter: {
      description: 'One question is with the reporter; the clock of verification stands still.',
      entry: [pauseDate('verification'), setDate('supplement')],
      exit: [clearDate('supplement'), resumeDate('verification')],
      on: {
        supplement: { target: 'working', actions: tell('supplementArrived') },
        withdraw: [
          beforeLetters.withdraw,
          { guard: 'leavesItToOthers', target: 'working', actions: tell('reporterWithdrew') },
        ],
        'deadline.lapsed': {
          guard: { type: 'lapsed', params: { deadline: 'supplement' } },
          target: 'working',
          actions: tell('noAnswerCame'),
        },
      },
    },
  },
})

export const unsubstantiated = caseSetup.createStateConfig({
  description:
    'Verified, and not so. Another person reads the finding before anyone is told; nobody is called malicious.',
  ...under('findingReview', 'toSign'),
  on: {
    ...inHand,
    ...beforeLetters,
    confirmFinding: { guard: 'bySecondReviewer', target: 'replying', actions: 'markHarm' },
    sendBackFinding: { guard: 'bySecondReviewer', target: 'verifying', actions: 'giveUpFinding' },
  },
})

export const unverifiable = caseSetup.createStateConfig({
  description: 'Neither proved nor disproved. Not a finding of falsity. Two people sign, under a date.',
  ...under('signature', 'toSign'),
  initial: 'unsigned',
  on: {
    ...inHand,
    ...beforeLetters,
    newEvidence: { target: 'verifying', actions: 'giveUpFinding' },
  },
  states: {
    unsigned: { on: { signUnverifiable: { target: 'onceSigned' } } },
    onceSigned: {
      description: "The finding of the verifier, or a first officer's word, is the first signature.",
      on: { signUnverifiable: { guard: 'bySecondSigner', target: '#case.life.replying' } },
    },
  },
})
