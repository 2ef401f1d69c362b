import type { CaseEvent } from './events.ts'
import type { Facts } from './facts.ts'

/** An act as it reaches the machine: with what the engine knows about it. */
export type JudgedEvent = CaseEvent & { facts: Facts }

// Object.assign keeps the union apart; a spread of so many members would melt them into one
export const judged = (event: CaseEvent, facts: Facts): JudgedEvent => Object.assign({}, event, { facts })
