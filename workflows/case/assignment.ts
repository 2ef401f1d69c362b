/** To two bodies at once: where the brief will go, the letters, and the wait until both have answered. */
import { beforeLetters, inHand, stillSorted } from './hands.ts'
import { clearDate, setDate, tell, under } from './rows.ts'
import { caseSetup } from './setup.ts'
import { track } from './track.ts'

const assignmentDates = under('assignment', 'toAssign')

export const assigning = caseSetup.createStateConfig({
  description: 'Two letters, one lead unit. The reporter reads where the brief will go, and has a day to object.',
  ...assignmentDates,
  exit: [...assignmentDates.exit, clearDate('dispatchObjection')],
  initial: 'open',
  on: {
    ...inHand,
    ...stillSorted,
    ...beforeLetters,
    noDispatch: [
      // the brief of today rests on what others said: this one was shown an earlier one
      { guard: 'refusesEarlierBrief', actions: 'stays' },
      { guard: 'mayRefuseBrief', actions: [clearDate('dispatchObjection'), tell('dispatchObjected')] },
    ],
    'deadline.lapsed': {
      guard: { type: 'lapsed', params: { deadline: 'dispatchObjection' } },
      actions: tell('toIssue'),
    },
  },
  states: {
    open: {
      on: {
        writeBrief: { actions: setDate('dispatchObjection') },
        issueLetters: { guard: 'mayIssue', target: '#case.life.rectifying', actions: 'openBothTracks' },
        proposeOverride: { target: 'overrideProposed' },
      },
    },
    overrideProposed: {
      description: 'The head would send it to a unit the rules keep away, and says why; the supervisor decides.',
      entry: tell('toSign'),
      on: {
        confirmOverride: { guard: 'bySomeoneElse', target: 'open', actions: tell('toAssign') },
        declineOverride: { guard: 'bySomeoneElse', target: 'open', actions: tell('overrideDeclined') },
      },
    },
  },
})

export const rectifying = caseSetup.createStateConfig({
  description: 'Both units at once. Leaves only when both have answered: no act closes over a silent side.',
  type: 'parallel',
  on: inHand,
  states: { territory: track('territory'), department: track('department') },
  onDone: { target: 'reviewing' },
})
