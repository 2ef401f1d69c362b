import { Logger } from 'graphile-worker'
import type { Logger as HouseLog } from '#workflows/log.ts'

/**
 * The queue's own voice in the house's log: that something failed, of which task and job, and nothing it quotes.
 * Its successes, and everything below a warning, are not told at all.
 */
export const quietLog = (log: HouseLog): Logger =>
  new Logger(({ taskIdentifier: task, jobId: job }) => (level) => {
    if (level === 'error') log.error({ task, job }, 'the job queue reports a failure')
    if (level === 'warning') log.warn({ task, job }, 'the job queue reports a difficulty')
  })
