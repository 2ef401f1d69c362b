/** The words of officers' pages: all that their browsers fetch. One line per door. */
import { acts } from './zh-CN/acts.ts'
import { admin } from './zh-CN/admin.ts'
import { attention } from './zh-CN/attention.ts'
import { caseWords } from './zh-CN/case.ts'
import { dates } from './zh-CN/dates.ts'
import { desk } from './zh-CN/desk.ts'
import { handling } from './zh-CN/handling.ts'
import { holidays } from './zh-CN/holidays.ts'
import { http } from './zh-CN/http.ts'
import { imports } from './zh-CN/imports.ts'
import { insights } from './zh-CN/insights.ts'
import { keys } from './zh-CN/keys.ts'
import { kinds } from './zh-CN/kinds.ts'
import { newsroom } from './zh-CN/newsroom.ts'
import { people } from './zh-CN/people.ts'
import { queues } from './zh-CN/queues.ts'
import { record } from './zh-CN/record.ts'
import { search } from './zh-CN/search.ts'
import { session } from './zh-CN/session.ts'
import { several } from './zh-CN/several.ts'
import { site } from './zh-CN/site.ts'
import { templates } from './zh-CN/templates.ts'
import { together } from './zh-CN/together.ts'
import { units } from './zh-CN/units.ts'

export const zhCNOfficers = {
  acts,
  admin,
  attention,
  case: caseWords,
  dates,
  desk,
  handling,
  holidays,
  http,
  imports,
  insights,
  keys,
  kinds,
  newsroom,
  people,
  queues,
  record,
  search,
  session,
  several,
  site,
  templates,
  together,
  units,
}
