/** The one normal form in which every channel hands over what a person said. */
export type Report = {
  channel: 'web' | 'mailbox' | 'hotline'
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
  /** `slow`: no proof that a human sent it; taken in all the same */
  lane: 'normal' | 'slow'
  /** the solved challenge, taken once */
  challenge?: { digest: Buffer; expires: Date }
}
export type IncomingFile = { name: string; type: string; bytes: Buffer }

/** Longest fields of a report, in UTF-16 units. */
export const REPORT_LIMITS = { text: 20_000, place: 200, unit: 200, happened: 200, contact: 500 } as const
export const FILE_LIMITS = { files: 5, bytes: 10 * 1024 * 1024, total: 30 * 1024 * 1024, nameLength: 200 } as const
