import { domainToASCII } from 'node:url'
import type { Settings } from '#workflows/settings.ts'
import { ownAddresses } from './own-addresses.ts'

/**
 * Whether a mail to this address is for this house. A peer that speaks LMTP has decided that already; of the others,
 * whoever may write to any mailbox under the domains of our own, or, where no address of ours is set, to any.
 */
export function receives(settings: Pick<Settings, 'mail' | 'mailboxUrl' | 'mailListen'>, address: string): boolean {
  const domains = ownAddresses(settings).map(domainOf)
  if (settings.mailListen?.protocol === 'lmtp' || domains.length === 0) return true
  // every server that takes mail takes what is for its postmaster (RFC 5321 §4.5.1)
  if (address.toLowerCase() === 'postmaster') return true
  return domains.some((domain) => domainOf(address) === domain || domainOf(address).endsWith(`.${domain}`))
}

const domainOf = (address: string): string => domainToASCII(address.slice(address.lastIndexOf('@') + 1))
