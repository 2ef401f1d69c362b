import { acts } from './en/acts.ts'
import { admin } from './en/admin.ts'
import { attention } from './en/attention.ts'
import { caseWords } from './en/case.ts'
import { dates } from './en/dates.ts'
import { desk } from './en/desk.ts'
import { handling } from './en/handling.ts'
import { holidays } from './en/holidays.ts'
import { http } from './en/http.ts'
import { imports } from './en/imports.ts'
import { insights } from './en/insights.ts'
import { keys } from './en/keys.ts'
import { kinds } from './en/kinds.ts'
import { newsroom } from './en/newsroom.ts'
import { people } from './en/people.ts'
import { queues } from './en/queues.ts'
import { record } from './en/record.ts'
import { search } from './en/search.ts'
import { session } from './en/session.ts'
import { several } from './en/several.ts'
import { site } from './en/site.ts'
import { templates } from './en/templates.ts'
import { together } from './en/together.ts'
import { units } from './en/units.ts'
import type { zhCNOfficers } from './zh-CN-officers.ts'

/** The same doors and keys as in Chinese: a missing one does not compile. */
export const enOfficers: typeof zhCNOfficers = {
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
