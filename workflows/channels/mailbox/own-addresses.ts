import type { Settings } from '#workflows/settings.ts'

/** The addresses under which this house sends and takes mail, in small letters: nothing is ever sent to them. */
export function ownAddresses({ mail, mailboxUrl }: Pick<Settings, 'mail' | 'mailboxUrl'>): string[] {
  const from = mail && (/<([^<>]+)>$/.exec(mail.from)?.[1] ?? mail.from)
  const box = mailboxUrl ? addressOfBox(new URL(mailboxUrl)) : null
  return [from, box].flatMap((address) => (address ? [address.toLowerCase()] : []))
}

/** Mailboxes are opened with their address, or with what stands before its @. */
function addressOfBox({ username, hostname }: URL): string {
  const name = decodeURIComponent(username)
  return name.includes('@') ? name : `${name}@${hostname.replace(/^(imap|mail|mx)\./, '')}`
}

/** Whether this is a mailbox of the house: `huiyin+anything@` is `huiyin@`. */
export const isOwnAddress = (settings: Pick<Settings, 'mail' | 'mailboxUrl'>, mailbox: string): boolean =>
  ownAddresses(settings).includes(mailbox.toLowerCase().replace(/^([^@+]*)\+[^@]*/, '$1'))
