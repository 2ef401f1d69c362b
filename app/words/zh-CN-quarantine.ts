/** The words of the pages on which mails are looked at before they become reports. */
import { zhCNOfficers } from './zh-CN-officers.ts'
import { desk } from './zh-CN/desk.ts'
import { fromMail } from './zh-CN/from-mail.ts'
import { mails } from './zh-CN/mails.ts'
import { search } from './zh-CN/search.ts'

export const zhCNQuarantine = { ...zhCNOfficers, desk, fromMail, mails, search }
