import { enOfficers } from './en-officers.ts'
import { accounts } from './en/accounts.ts'
import { admin } from './en/admin.ts'
import { dates } from './en/dates.ts'
import { delivery } from './en/delivery.ts'
import { holidays } from './en/holidays.ts'
import { imports } from './en/imports.ts'
import { insights } from './en/insights.ts'
import { kinds } from './en/kinds.ts'
import { lookBacks } from './en/look-backs.ts'
import { mailDomains } from './en/mail-domains.ts'
import { newsroom } from './en/newsroom.ts'
import { people } from './en/people.ts'
import { record } from './en/record.ts'
import { templates } from './en/templates.ts'
import { units } from './en/units.ts'
import type { zhCNHouse } from './zh-CN-house.ts'

/** The same doors and keys as in Chinese: a missing one does not compile. */
export const enHouse: typeof zhCNHouse = {
  ...enOfficers,
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
