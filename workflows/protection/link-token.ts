/** How many random bytes a submission has. */
const BYTES = 16
const WRITTEN = /^[\w-]{21}[AQgw]$/

/** The token in the link of an acknowledgement, or null: 16 bytes in the one way of writing them that a mail ever had. */
export const readLinkToken = (token: string): Buffer | null => {
  if (!WRITTEN.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  return bytes.length === BYTES ? bytes : null
}

/** The same, written. */
export const writeLinkToken = (submission: Buffer): string => submission.toString('base64url')
