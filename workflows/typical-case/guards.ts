/** Every condition the typical-case machine asks, by a name that reads aloud. */
import type { TypicalCaseEvent } from './events.ts'
import type { TypicalCaseFacts } from './facts.ts'

/** An act as it reaches the machine: with what the engine knows about it. */
export type JudgedTypicalCaseEvent = TypicalCaseEvent & { facts: TypicalCaseFacts }
type Asked = { event: JudgedTypicalCaseEvent }

export const guards = {
  sourceFits: ({ event }: Asked) => event.facts.sourceFits,
  sourcesClosed: ({ event }: Asked) => event.facts.sourcesClosed,
  byNonAuthor: ({ event }: Asked) => !event.facts.isAuthor,
  mayGoOut: ({ event: { facts } }: Asked) => !facts.isAuthor && facts.sourcesClosed && facts.usable,
}
