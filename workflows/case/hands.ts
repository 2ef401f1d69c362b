/** What may be done in several states alike: who has the case in hand, what it is about, and the two ways out before any letter. */
import { tell } from './rows.ts'

/** Wherever the office has work to do on the case. */
export const inHand = {
  take: { guard: 'byOneWhoStayed', actions: 'stays' },
  handOver: [
    { guard: 'putsBack', actions: tell('steppedAside') },
    { guard: 'byHolderOrHead', actions: tell('caseHandedOver') },
  ],
  stepAside: { guard: 'byHolder', actions: tell('steppedAside') },
  markUrgent: { guard: 'isNotUrgent', actions: 'stays' },
  clearUrgent: { guard: 'isUrgent', actions: 'stays' },
} as const

/** Until the letters are written it may turn out to be another matter, or to accuse somebody else. */
export const stillSorted = {
  classify: { actions: 'keepComplexity' },
  nameAccused: { actions: 'stays' },
} as const

/** One report may tell of two matters: the second begins a case of its own, and this one stays where it is. */
export const stillOneReport = { split: { actions: 'stays' } } as const

/** What the text alone kept from the office comes to it like a new report. */
export const backFromTheDoor = {
  clearOffice: { guard: 'officeRecognised', actions: tell('caseArrived') },
} as const

/** The reporter may take it back, and the office, if it is accused itself, may lose it to the upper level. */
export const beforeLetters = {
  withdraw: { guard: 'mayTakeBack', target: '#case.life.closed', actions: 'markWithdrawn' },
  handUp: { guard: 'officeAccused', target: '#case.life.handedUp', actions: tell('caseHandedUp') },
} as const
