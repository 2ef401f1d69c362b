import type { PARSERS } from './catalogue.ts'

export type ParserName = keyof typeof PARSERS
export type Input<N extends ParserName> = Parameters<(typeof PARSERS)[N]>[0]
export type Output<N extends ParserName> = Awaited<ReturnType<(typeof PARSERS)[N]>>

/** What the house says to the parser process. */
export type ToParser = { jobs: { parser: ParserName; input: unknown }[] } | { answer: unknown }
/** What the parser process says to the house. `read`: one for each job, in their order. */
export type ToParent = { ready: true } | { question: string[] } | { read: unknown[] }
