import { domainToASCII } from 'node:url'
import { isUnitDomain } from '#db/read/mail-domains.ts'
import type { House } from '#workflows/house.ts'
import { isOwnAddress } from './mailbox/own-addresses.ts'
import type { Mail } from './mailbox/read-mail.ts'
import { answerTo, type NoAnswer } from './mailbox/who-wrote.ts'

/** Why nothing is sent to whoever wrote a mail; the clerk reads it on the case page. */
export type Unanswered = NoAnswer | 'unitDomain' | 'ownAddress' | 'tooMany' | 'undeliverable'

/** Every mailbox of the state's own domain is an employer's. */
const STATE = 'gov.cn'

/** The one mailbox where whoever wrote this is told that there is news, or why nobody is: an employer reads what it hosts. */
export async function answerAddress(
  { db, settings }: Pick<House, 'db' | 'settings'>,
  mail: Pick<Mail, 'headers' | 'senders'>,
): Promise<{ mailbox: string } | { none: Unanswered }> {
  const said = answerTo(mail)
  if ('none' in said) return said
  if (isOwnAddress(settings, said.mailbox)) return { none: 'ownAddress' }
  const domains = domainsAbove(said.mailbox)
  if (domains.length === 0) return { none: 'noSender' }
  return domains.includes(STATE) || (await isUnitDomain(db, domains)) ? { none: 'unitDomain' } : said
}

/** The mailbox's domain and all above it, as the network writes them: `a.b.cn`, `b.cn`, `cn`. */
export function domainsAbove(mailbox: string): string[] {
  const domain = domainToASCII(mailbox.slice(mailbox.lastIndexOf('@') + 1))
  const labels = domain.split('.').filter(Boolean)
  return labels.map((_, at) => labels.slice(at).join('.'))
}
