import type { BesideRows } from '#db/write/arrival.ts'
import type { DataKey } from '#workflows/protection/cipher.ts'

/** The one normal form in which every channel hands over what a person said. */
export type Report = {
  channel: 'web' | 'mailbox' | 'hotline'
  /** chosen by a channel that must find its report again; a random uuid otherwise */
  id?: string
  /** the 128 bits from which the receipt code is derived: the same submission is the same report */
  submission: Buffer
  text: string
  place?: string
  unit?: string
  happened?: string
  /** how to reach the person; goes to the vault and nowhere else */
  contact?: string
  /** must not go to the person's own territory */
  noDispatch: boolean
  files: IncomingFile[]
  /** what came with a person's own words and is kept folded: likely to say who wrote */
  folded?: string
  /** what else stands in what came, kept elsewhere: whom it names is kept away too, but for the office it was written to */
  alsoSaid?: string
  /** why nothing can be sent to whoever wrote it: a closed name */
  unanswered?: string
  /** as it came, header and all; goes to the vault and nowhere else */
  original?: Buffer
  /** `slow`: no proof that a human sent it; taken in all the same */
  lane: 'normal' | 'slow'
  /** the solved challenge, taken once */
  challenge?: { digest: Buffer; expires: Date }
}
/** What a channel writes beside its report, in the same transaction; sealed under the key of the case where it says something. */
export type Beside = (stored: { caseId: string; report: string; key: DataKey }) => BesideRows
export type IncomingFile = { name: string; type: string; bytes: Buffer }

/** Longest fields of a report, in UTF-16 units. */
export const REPORT_LIMITS = { text: 20_000, place: 200, unit: 200, happened: 200, contact: 500 } as const
export const FILE_LIMITS = { files: 5, bytes: 10 * 1024 * 1024, total: 30 * 1024 * 1024, nameLength: 200 } as const
