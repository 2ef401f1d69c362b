import type { Input, Output, ParserName } from './messages.ts'
import { type Asked, openParsers, type Parsed } from './parse-apart.ts'

/** What a person waits for at a form, and is short: it does not stand behind a file that somebody uploads. */
const SHORT: readonly ParserName[] = ['kind', 'sessions']
const short = openParsers()
const long = openParsers()

/** Reads something from outside in the parser processes of this process of the house. */
export const parse = <N extends ParserName>(parser: N, input: Input<N>, asked?: Asked): Promise<Parsed<Output<N>>> =>
  (SHORT.includes(parser) ? short : long).parse(parser, input, asked)
