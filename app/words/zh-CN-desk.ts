/** The words of the pages where cases and letters are worked on. One line per door. */
import { zhCNOfficers } from './zh-CN-officers.ts'
import { acts } from './zh-CN/acts.ts'
import { desk } from './zh-CN/desk.ts'
import { handling } from './zh-CN/handling.ts'
import { fromMail } from './zh-CN/from-mail.ts'
import { oversight } from './zh-CN/oversight.ts'
import { queues } from './zh-CN/queues.ts'
import { search } from './zh-CN/search.ts'
import { several } from './zh-CN/several.ts'
import { together } from './zh-CN/together.ts'

export const zhCNDesk = {
  ...zhCNOfficers,
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
