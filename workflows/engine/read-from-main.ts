/**
 * What the reporters of a merged case read of the main one: what becomes of it, and why it takes longer. A question there
 * is somebody else's, and so is the announcement of a brief.
 */
export const FROM_MAIN: readonly string[] = [
  'refusal',
  'handedUp',
  'extension',
  'reply',
  'noReply',
  'redoRefused',
  'lookBack',
]
/** Of what was said on the main case before another was merged into it, the answer alone is for that one's reporter too. */
export const FROM_BEFORE: readonly string[] = ['reply', 'noReply']

type Said = { said_by: string; about: string; report_id: string | null; seq: number }

/** Whether a word of the office on the main case stands in the thread of a report that was merged after `after`. */
export const isReadFromMain = (message: Said, { report, after }: { report: string; after: number }): boolean =>
  message.said_by === 'office' &&
  (message.report_id === null || message.report_id === report) &&
  FROM_MAIN.includes(message.about) &&
  (message.seq > after || FROM_BEFORE.includes(message.about))
