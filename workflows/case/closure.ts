/** Landed and answered, and looked at again. */
import { type CaseContext, isBurden } from './context.ts'
import { inHand } from './hands.ts'
import { clearDate, setDate, under } from './rows.ts'
import { caseSetup } from './setup.ts'

const isWorthLookingAt = (context: CaseContext) => isBurden(context.finding) && !context.withdrawn

/** Only what was put right can relapse, and only the cases of the sample are visited. */
const setLookBack = caseSetup.enqueueActions(({ context, event, enqueue }) => {
  if (isWorthLookingAt(context) && event.facts.sampled) enqueue(setDate('lookBackStart'))
})

export const closed = caseSetup.createStateConfig({
  description: 'Landed and answered. What was put right is looked at again, twice.',
  entry: setLookBack,
  exit: clearDate('lookBackStart'),
  on: {
    'deadline.lapsed': { guard: { type: 'lapsed', params: { deadline: 'lookBackStart' } }, target: 'lookBack' },
    newEvidence: { guard: 'leftOpen', target: 'verifying', actions: 'giveUpFinding' },
  },
})

export const lookBack = caseSetup.createStateConfig({
  description: 'Unannounced, by someone who took no part. A relapse reopens, and does not use up the redo.',
  ...under('lookBackReport', 'lookBackDue'),
  on: {
    ...inHand,
    take: { guard: 'mayLookBack', actions: 'stays' },
    recordLookBack: [
      { guard: 'heldAgain', target: 'struckOff', actions: 'countLookBack' },
      { guard: 'heldOnce', target: 'closed', actions: 'countLookBack' },
      { guard: 'relapsed', target: 'reopened', actions: 'forgetLookBacks' },
    ],
  },
})

export const struckOff = caseSetup.createStateConfig({
  description: 'Held twice. Still heard: a recurrence is a new case, linked to this one.',
})
