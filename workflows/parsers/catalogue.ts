/**
 * Every reader of something that came from outside, by its name. Only the parser process imports this file: the rest of
 * the house imports its types, and calls the readers through `parse-apart.ts`.
 */
import type { Remembered } from '#workflows/channels/hotline/call-file.ts'
import { callsInFile } from '#workflows/channels/hotline/calls-in-file.ts'
import { sessionsOf } from '#workflows/channels/hotline/sessions.ts'
import { readMail } from '#workflows/channels/mailbox/read-mail.ts'
import { fileKind } from '#workflows/channels/web/file-kind.ts'
import { textOfNoticeFile } from '#workflows/imports/notice-file.ts'
import { readTable } from '#workflows/imports/read-table.ts'

/** Asks whoever wants something read, while it is being read. */
export type Ask = (question: string[]) => Promise<unknown>
type File = { bytes: Uint8Array; name: string }

export const PARSERS = {
  /** a mail, whole as it came */
  mail: (raw: Uint8Array) => readMail(Buffer.from(raw)),
  /** a table of units or people */
  table: (bytes: Uint8Array) => readTable(Buffer.from(bytes)),
  /** a file of calls; asks what the columns under these headings mean */
  calls: ({ bytes, name }: File, ask: Ask) => callsInFile(Buffer.from(bytes), name, ask as Remembered),
  /** a file with a notice of holidays, for the year that is asked for */
  notice: ({ bytes, year }: { bytes: Uint8Array; year: number }) => textOfNoticeFile(Buffer.from(bytes), year),
  /** what kind of file this is, by its bytes and its name */
  kind: ({ bytes, name }: File) => fileKind(Buffer.from(bytes), name),
  /** the calls in a body that another system sent; null where it is not what was agreed */
  sessions: (body: Uint8Array) => {
    try {
      return sessionsOf(new TextDecoder('utf-8', { fatal: true }).decode(body))
    } catch {
      return null
    }
  },
} satisfies Record<string, (input: never, ask: Ask) => unknown>
