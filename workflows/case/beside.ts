/** What runs beside the life of a case: supervision of each track, referral to discipline inspection, vindication. */
import type { Track } from './names.ts'
import { clearDate, setDate, tell, under } from './rows.ts'
import { caseSetup } from './setup.ts'

/** The part of the ladder that needs an answer. Reminder, cards and screen are rungs of the date's row, not states. */
const lane = (side: Track) =>
  caseSetup.createStateConfig({
    initial: 'calm',
    states: {
      calm: {
        on: { issueOrder: { guard: { type: 'mayOrder', params: { track: side } }, target: 'ordered' } },
      },
      ordered: {
        description: 'A supervision order asks this unit why, and until when.',
        entry: [setDate('orderAnswer', side), tell('supervisionOrder', side)],
        exit: [clearDate('orderAnswer', side)],
        on: {
          answerOrder: { guard: { type: 'onTrack', params: { track: side } }, target: 'answered' },
          // the result itself came, or the letter went to another unit: nobody owes an answer any more
          settleOrder: { guard: { type: 'orderOvertaken', params: { track: side } }, target: 'calm' },
        },
      },
      answered: {
        entry: tell('orderAnswered', side),
        on: {
          settleOrder: { guard: { type: 'onTrack', params: { track: side } }, target: 'calm' },
          issueOrder: { guard: { type: 'mayOrder', params: { track: side } }, target: 'ordered' },
        },
      },
    },
  })

export const supervision = caseSetup.createStateConfig({
  type: 'parallel',
  states: { territory: lane('territory'), department: lane('department') },
})

export const referral = caseSetup.createStateConfig({
  initial: 'none',
  states: {
    none: { on: { refer: { target: 'referred' } } },
    referred: {
      description: 'Discipline inspection has the serious part; the burden itself goes on.',
      entry: tell('caseReferred'),
      on: { concludeReferral: { target: 'concluded' } },
    },
    concluded: { on: { refer: { target: 'referred' } } },
  },
})

export const vindication = caseSetup.createStateConfig({
  initial: 'none',
  states: {
    none: { always: { guard: 'harmDone', target: 'due' } },
    due: {
      description: 'A false report harmed a person or unit: whoever verified it, someone else clears their name.',
      ...under('vindication', 'vindicationDue'),
      on: {
        vindicate: { guard: 'byOneWhoDidNotVerify', target: 'given' },
        declineVindication: { guard: 'byOneWhoDidNotVerify', target: 'declined' },
      },
    },
    given: {},
    declined: {},
  },
})
