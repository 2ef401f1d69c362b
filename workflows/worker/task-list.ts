import { type ParsedCronItem, parseCronItems, type TaskList } from 'graphile-worker'
import { z } from 'zod'
import { forgetCommitTimes } from '#db/forget-commit-times.ts'
import { freeJobsOfTheDead } from '#db/living-workers.ts'
import type { Database } from '#db/transaction.ts'
import { MINUTE } from '#workflows/clock.ts'

import { TASKS } from '#workflows/engine/errands.ts'
import { ringRungs } from '#workflows/engine/ring.ts'
import type { House } from '#workflows/house.ts'
import { mailCarrier } from '#workflows/notices/mail-carrier.ts'
import { createMailer } from '#workflows/notices/mailer.ts'
import { openSmsGateway, smsCarrier } from '#workflows/notices/sms/sms-carrier.ts'
import { recountDates } from '#workflows/settings-desk/recount-dates.ts'
import * as checkpoint from './checkpoint.ts'
import { doErrand } from './do-errand.ts'
import { DOERS } from './doers.ts'
import { failureCode } from './failure.ts'
import * as publishSamples from './publish-samples.ts'
import * as purge from './purge.ts'
import { purgeMails } from './purge-mails.ts'
import * as ringDeadlines from './ring-deadlines.ts'
import * as sendNotices from './send-notices.ts'
import * as sendToReporters from './send-to-reporters.ts'
import * as sweepErrands from './sweep-errands.ts'
import * as takeFigures from './take-figures.ts'

/** A worker has said that it lives long before this. */
const GRACE = MINUTE

/** All that a job knows. */
const aboutErrand = z.object({ errand: z.uuid() })

/** What the queue may ask for, by name: an errand each of its task, and the duties of the clock. `owner` may free jobs and destroy keys. */
export function taskList(house: House, owner: Database): TaskList {
  const { mail, sms, publicUrl } = house.settings
  const mailer = mail && createMailer(mail)
  const byMail = mailer && mailCarrier(mailer, publicUrl)
  const bySms = sms && smsCarrier(() => openSmsGateway(sms))
  const duties: Record<Duty, () => Promise<unknown>> = {
    // what rings after a date rings by its lapse
    'ring-deadlines': () => ringDeadlines.runOnce(house).then(() => ringRungs(house)),
    'recount-dates': () => recountDates(house),
    'sweep-errands': () => sweepErrands.runOnce(house),
    'free-jobs': () => freeJobsOfTheDead(owner, new Date(house.clock.wall().getTime() - GRACE)),
    checkpoint: () => checkpoint.runOnce(house),
    // of a given server this is its administrator's
    'forget-commit-times': async () => house.settings.databaseUrl ?? (await forgetCommitTimes(owner)),
    'publish-samples': () => publishSamples.runOnce(house),
    'take-figures': () => takeFigures.runOnce(house),
    purge: () => purge.runOnce(house).then(() => purgeMails(house, owner)),
    'send-emergencies': () => sendNotices.runOnce(house, byMail, 'emergencies').then(tryAgain),
    'send-notices': () => sendNotices.runOnce(house, byMail).then(tryAgain),
    'text-emergencies': () => sendNotices.runOnce(house, bySms, 'emergencies').then(tryAgain),
    'text-notices': () => sendNotices.runOnce(house, bySms).then(tryAgain),
    'acknowledge-mails': () => sendToReporters.runOnce(house, mailer, 'first'),
    'send-news': () => sendToReporters.runOnce(house, mailer, 'hourly'),
  }
  const jobs: TaskList = {}
  for (const [name, work] of Object.entries(duties)) jobs[name] = () => guarded(house, name, work)
  for (const task of TASKS)
    jobs[task] = (payload: unknown) =>
      guarded(house, task, () => doErrand(house, DOERS[task], aboutErrand.parse(payload).errand))
  return jobs
}

/** The queue stores the message of what fails, and the database's messages quote: only the code goes on. */
async function guarded({ log }: House, task: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const code = failureCode(error)
    log.error({ task, code }, 'a job failed')
    throw new Error(code)
  }
}

/** What a server had no time for is tried again sooner than the next batch. */
function tryAgain({ soon }: sendNotices.Sent): void {
  if (soon > 0) throw new Error('notices are left')
}

type Duty =
  | 'ring-deadlines'
  | 'recount-dates'
  | 'sweep-errands'
  | 'free-jobs'
  | 'checkpoint'
  | 'forget-commit-times'
  | 'publish-samples'
  | 'take-figures'
  | 'purge'
  | 'send-emergencies'
  | 'send-notices'
  | 'text-emergencies'
  | 'text-notices'
  | 'acknowledge-mails'
  | 'send-news'

const duty = (task: Duty, match: string, queueName?: string) => ({
  task,
  match,
  // one of a kind waits at a time, however long the last one takes
  options: { jobKey: task, maxAttempts: 5, ...(queueName && { queueName }) },
})

/**
 * When the clock's duties are done. Mails leave in one batch an hour, so that the time of a mail tells no more than
 * the hour that is stored; one sender at a time, so that none goes twice.
 */
export const TIMETABLE: ParsedCronItem[] = parseCronItems([
  duty('free-jobs', '* * * * *'),
  duty('ring-deadlines', '* * * * *', 'clock'),
  // what an administrator's page began and could not end
  duty('recount-dates', '*/10 * * * *', 'clock'),
  duty('sweep-errands', '* * * * *', 'sweep'),
  duty('send-emergencies', '* * * * *', 'mail'),
  duty('send-notices', '0 * * * *', 'mail'),
  duty('text-emergencies', '* * * * *', 'sms'),
  duty('text-notices', '0 * * * *', 'sms'),
  duty('acknowledge-mails', '* * * * *', 'reporters'),
  duty('send-news', '0 * * * *', 'reporters'),
  duty('purge', '20 * * * *'),
  duty('publish-samples', '40 * * * *'),
  // does nothing but at its hour, or where it was missed
  duty('take-figures', '5 * * * *', 'clock'),
  duty('checkpoint', '50 * * * *'),
  duty('forget-commit-times', '55 * * * *'),
])
