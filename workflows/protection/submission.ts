import { issueFormToken, openFormToken } from './form-token.ts'
import type { Keys } from './keys.ts'

const PURPOSE = 'submission'
/** A form begun in the evening can still be sent the next day. */
const HOURS = 24

/**
 * The hidden field of the report form: 128 random bits signed with their hour. Two posts of one form carry
 * the same one, so they give one report and one receipt code. Wall time.
 */
export const issueSubmission = (keys: Keys, now: Date): string => issueFormToken(keys, PURPOSE, now)

/** The 16 random bytes a receipt code derives from, or null for a forged, altered or expired token (24 hours). */
export const openSubmission = (keys: Keys, token: string, now: Date): Buffer | null =>
  openFormToken(keys, PURPOSE, token, now, HOURS)
