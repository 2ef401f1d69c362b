import type { ReadMail } from './read-mail.ts'
import { openParsers, PARSER_LIMITS } from '#workflows/parsers/parse-apart.ts'

/** `tooLong`, `tooMuch`: the reader was stopped at its limit of time or memory. */
export type ReadApart = ReadMail | { mail: null; unreadable: 'tooLong' | 'tooMuch' }
export type MailReader = { read(raw: Buffer): Promise<ReadApart>; close(): void }

/** Whoever takes mails in says how many at once, and loses none of them. */
const WAITING = { jobs: 10_000, megabytes: 1024 }

/** Reads mails in a parser process that no page waits for. */
export function readMailsApart(limits: { seconds?: number; megabytes?: number } = {}): MailReader {
  const parsers = openParsers({
    seconds: { ...PARSER_LIMITS.seconds, mail: limits.seconds ?? PARSER_LIMITS.seconds.mail },
    megabytes: limits.megabytes ?? PARSER_LIMITS.megabytes,
    waiting: WAITING,
  })
  const read = async (raw: Buffer): Promise<ReadApart> => {
    const parsed = await parsers.parse('mail', raw)
    if ('read' in parsed) return parsed.read
    if (parsed.stopped === 'busy') throw new Error('too many mails wait to be read')
    return { mail: null, unreadable: parsed.stopped }
  }
  return { read, close: parsers.close }
}
