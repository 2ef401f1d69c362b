import type { Task } from '#workflows/engine/errands.ts'
import { deliverNotice } from './deliver-notices.ts'
import type { Doer } from './do-errand.ts'
import { indexCase } from './index-cases.ts'
import { moveWork } from './move-work.ts'
import { releaseHolders } from './release-holders.ts'
import { releaseMail } from './release-mails.ts'
import { stopPublication } from './stop-publications.ts'
import { takeCalls } from './take-calls.ts'
import { tellReporters } from './tell-reporters.ts'
import { verifyTheJournal } from './verify-journal.ts'

/** Who does which errand. A new task without a doer here does not compile. */
export const DOERS: Record<Task, Doer> = {
  'deliver-notice': deliverNotice,
  'tell-reporters': tellReporters,
  'release-mail': releaseMail,
  'index-case': indexCase,
  'stop-publication': stopPublication,
  'move-work': moveWork,
  'release-holders': releaseHolders,
  'verify-journal': verifyTheJournal,
  'take-calls': takeCalls,
}
