/** From arrival to acceptance: triage, a question to the reporter, and the three ways a case goes elsewhere. */
import { backFromTheDoor, beforeLetters, inHand, stillOneReport, stillSorted } from './hands.ts'
import { clearDate, setDate, tell, under } from './rows.ts'
import { caseSetup } from './setup.ts'

export const triage = caseSetup.createStateConfig({
  description: 'In scope? What kind? Whom does it accuse? Known already?',
  ...under('triage', 'caseArrived'),
  initial: 'open',
  on: { ...inHand, ...stillSorted, ...stillOneReport, ...beforeLetters, ...backFromTheDoor },
  states: {
    open: {
      on: {
        accept: [
          { guard: 'mayAssignAtOnce', target: '#case.life.assigning', actions: 'keepMode' },
          { guard: 'classified', target: '#case.life.verifying', actions: 'keepMode' },
        ],
        askForMore: { target: '#case.life.needsInfo' },
        merge: { guard: 'mayMerge', target: '#case.life.merged' },
        proposeRefusal: { target: 'refusalProposed' },
      },
    },
    refusalProposed: {
      description: 'One person would refuse it; another decides, and the lawful channel is already named.',
      entry: tell('toSign'),
      on: {
        confirmRefusal: { guard: 'bySomeoneElse', target: '#case.life.notAccepted' },
        declineRefusal: { guard: 'bySomeoneElse', target: 'open', actions: tell('refusalDeclined') },
      },
    },
  },
})

export const needsInfo = caseSetup.createStateConfig({
  description: 'One question is with the reporter. Silence never refuses by itself: two people still have to sign.',
  ...under('supplement'),
  on: {
    ...inHand,
    ...stillSorted,
    ...beforeLetters,
    // no answer will come to the question, and others told of it too
    withdraw: [
      beforeLetters.withdraw,
      { guard: 'leavesItToOthers', target: 'triage', actions: tell('reporterWithdrew') },
    ],
    supplement: { target: 'triage' },
    'deadline.lapsed': {
      guard: { type: 'lapsed', params: { deadline: 'supplement' } },
      target: 'unverifiable',
      actions: 'giveUpVerifying',
    },
  },
})

export const notAccepted = caseSetup.createStateConfig({
  description: 'Refused by two, with the lawful channel named. The reporter may appeal once.',
  on: {
    appeal: { guard: 'notAppealed', target: 'triage', actions: 'markAppealed' },
    handUp: beforeLetters.handUp,
  },
})

export const merged = caseSetup.createStateConfig({
  description: 'Follows its main case; keeps its own reports, key, receipt and questions.',
  exit: clearDate('supplement'),
  on: {
    unmerge: { target: 'triage' },
    // each reporter is asked in their own case, and the clock of the main one does not stand still for it
    askForMore: { guard: 'byOneWhoDidNotAccept', actions: [clearDate('supplement'), setDate('supplement')] },
    supplement: { actions: [clearDate('supplement'), tell('supplementArrived')] },
    'deadline.lapsed': {
      guard: { type: 'lapsed', params: { deadline: 'supplement' } },
      actions: tell('noAnswerCame'),
    },
    // refused together with its main case: each reporter may appeal for their own
    appeal: { guard: 'mainRefused', target: 'triage', actions: 'markAppealed' },
    ...beforeLetters,
  },
})

export const handedUp = caseSetup.createStateConfig({
  description: 'The office itself is accused: the upper level has it, and the reporter reads where it went.',
})
