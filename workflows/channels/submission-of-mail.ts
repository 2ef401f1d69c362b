import { createHmac } from 'node:crypto'
import type { Keys } from '#workflows/protection/keys.ts'

/** The submission of a report that a released mail becomes: the same each time, so that it becomes one. */
export const submissionOfMail = ({ receipt }: Pick<Keys, 'receipt'>, mail: string): Buffer =>
  createHmac('sha256', receipt).update('released').update(mail).digest().subarray(0, 16)
