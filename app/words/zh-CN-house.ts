/** The words of officers' other pages: typical cases, figures, the house itself, one's own account. One line per door. */
import { zhCNOfficers } from './zh-CN-officers.ts'
import { accounts } from './zh-CN/accounts.ts'
import { admin } from './zh-CN/admin.ts'
import { dates } from './zh-CN/dates.ts'
import { delivery } from './zh-CN/delivery.ts'
import { holidays } from './zh-CN/holidays.ts'
import { imports } from './zh-CN/imports.ts'
import { insights } from './zh-CN/insights.ts'
import { kinds } from './zh-CN/kinds.ts'
import { lookBacks } from './zh-CN/look-backs.ts'
import { mailDomains } from './zh-CN/mail-domains.ts'
import { newsroom } from './zh-CN/newsroom.ts'
import { people } from './zh-CN/people.ts'
import { record } from './zh-CN/record.ts'
import { templates } from './zh-CN/templates.ts'
import { units } from './zh-CN/units.ts'

export const zhCNHouse = {
  ...zhCNOfficers,
  accounts,
  admin,
  dates,
  delivery,
  holidays,
  imports,
  insights,
  kinds,
  lookBacks,
  mailDomains,
  newsroom,
  people,
  record,
  templates,
  units,
}
