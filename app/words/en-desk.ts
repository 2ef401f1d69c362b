import { enOfficers } from './en-officers.ts'
import { acts } from './en/acts.ts'
import { desk } from './en/desk.ts'
import { handling } from './en/handling.ts'
import { fromMail } from './en/from-mail.ts'
import { oversight } from './en/oversight.ts'
import { queues } from './en/queues.ts'
import { search } from './en/search.ts'
import { several } from './en/several.ts'
import { together } from './en/together.ts'
import type { zhCNDesk } from './zh-CN-desk.ts'

/** The same doors and keys as in Chinese: a missing one does not compile. */
export const enDesk: typeof zhCNDesk = {
  ...enOfficers,
  acts,
  desk,
  handling,
  fromMail,
  oversight,
  queues,
  search,
  several,
  together,
}
