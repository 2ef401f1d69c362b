import type { Parsers } from '#workflows/parsers/parse-apart.ts'
import { parse } from '#workflows/parsers/parsers.ts'
import type { FileRead, Remembered } from './call-file.ts'

/** Reads a file of calls in the parser process. `by`: whose file it is. */
export async function readCallsApart(
  bytes: Buffer,
  name: string,
  remembered: Remembered,
  { by, parsers = { parse } }: { by?: string; parsers?: Pick<Parsers, 'parse'> } = {},
): Promise<FileRead> {
  const parsed = await parsers.parse('calls', { bytes, name }, { ...(by && { by }), answer: remembered })
  if ('read' in parsed) return parsed.read
  return { problem: parsed.stopped === 'busy' ? 'busy' : 'tooMuch' }
}
