import { parse } from '#workflows/parsers/parsers.ts'
import type { NoticeFile } from './notice-file.ts'

/** What a notice of holidays in a file says, read in the parser process. `by`: whose file it is. */
export async function readNoticeFile(bytes: Buffer, year: number, by: string): Promise<NoticeFile> {
  const parsed = await parse('notice', { bytes, year }, { by })
  if ('read' in parsed) return parsed.read
  return { problem: parsed.stopped === 'busy' ? 'busy' : 'tooMuch' }
}
