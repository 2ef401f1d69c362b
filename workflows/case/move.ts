/** Where an act leads: the machine's own answer, without beginning a life of its own for every question. */
import { type ActorLogic, type EventObject, initialTransition, transition } from 'xstate'
import type { JudgedEvent } from './judged.ts'
import { caseMachine } from './machine.ts'
import type { CaseSnapshot } from './versions.ts'

const [atFirst] = initialTransition(caseMachine)

/** `transition` begins an actor each time, and with the machine itself the whole case from its first state; this one is begun already. */
const begun: ActorLogic<CaseSnapshot, JudgedEvent, EventObject> = {
  transition: (snapshot, event, scope) => caseMachine.transition(snapshot, event, scope),
  getInitialSnapshot: () => atFirst,
  getPersistedSnapshot: (snapshot) => snapshot,
}

/** The case after an act that it takes, and the actions the machine names: pure, nothing is carried out. */
export const moveCase = (snapshot: CaseSnapshot, event: JudgedEvent) => transition(begun, snapshot, event)
