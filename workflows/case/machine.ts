/**
 * The life of a case. Read it from the top; each phase has a file of its own.
 *
 * - Dual assignment is the parallel state `rectifying`, joined when both tracks are `submitted`; acceptance is the review's act.
 * - A two-person act is two states, and "someone else" is a fact the engine supplies, never an id kept here.
 * - Time is a fact too; the clock says `deadline.lapsed`, `calendar.published` when a year's holidays are known, and
 *   `town.closed` when the town is closed on a day that dates had counted.
 * - Actions are names that the engine turns into rows. Run them and they throw.
 */
import { reopened, rating, replying, reviewing } from './answer.ts'
import { assigning, rectifying } from './assignment.ts'
import { referral, supervision, vindication } from './beside.ts'
import { closed, lookBack, struckOff } from './closure.ts'
import { NEW_CASE } from './context.ts'
import { handedUp, merged, needsInfo, notAccepted, triage } from './intake.ts'
import { clearDate, lateUnit, setDate, tell } from './rows.ts'
import { caseSetup } from './setup.ts'
import { unsubstantiated, unverifiable, verifying } from './verification.ts'

export const caseMachine = caseSetup.createMachine({
  id: 'case',
  type: 'parallel',
  context: NEW_CASE,
  // heard everywhere that no state takes it for itself: a state that takes an event keeps it from here
  on: {
    supplement: { actions: tell('supplementArrived') },
    withdraw: { actions: tell('reporterWithdrew') },
    exposeCode: { guard: 'codeIsNotExposed', actions: 'stays' },
    note: [{ guard: 'mentionsSomebody', actions: tell('mentioned') }, { actions: 'stays' }],
    reportReprisal: [
      { guard: 'reprisalOpen', actions: tell('reprisalReported') },
      { actions: ['markReprisal', setDate('reprisal'), tell('reprisalReported')] },
    ],
    answerReprisal: { guard: 'reprisalOpen', actions: ['markReprisalAnswered', clearDate('reprisal')] },
    'deadline.lapsed': [lateUnit('territory'), lateUnit('department'), { actions: tell('deadlineLapsed') }],
    'calendar.published': { actions: 'recountDeadlines' },
    'town.closed': { actions: 'recountDeadlines' },
  },
  states: {
    life: {
      initial: 'triage',
      states: {
        triage,
        needsInfo,
        notAccepted,
        merged,
        handedUp,
        verifying,
        unsubstantiated,
        unverifiable,
        assigning,
        rectifying,
        reviewing,
        replying,
        rating,
        reopened,
        closed,
        lookBack,
        struckOff,
      },
    },
    supervision,
    referral,
    vindication,
  },
})
