/** The words of the pages on which mails are looked at before they become reports. */
import { enOfficers } from './en-officers.ts'
import { desk } from './en/desk.ts'
import { fromMail } from './en/from-mail.ts'
import { mails } from './en/mails.ts'
import { search } from './en/search.ts'

export const enQuarantine = { ...enOfficers, desk, fromMail, mails, search }
