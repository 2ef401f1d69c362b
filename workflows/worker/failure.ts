/** What may be said of a failure: its code or its name. Messages quote what they are about. */
export function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('responseCode' in error && typeof error.responseCode === 'number') return `SMTP ${error.responseCode}`
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.name
}

/** A mail server that does not answer at all. */
export const SILENT: readonly string[] = [
  'ECONNECTION',
  'ESOCKET',
  'ETIMEDOUT',
  'EDNS',
  'ECONNREFUSED',
  'EAUTH',
  'ETLS',
]
