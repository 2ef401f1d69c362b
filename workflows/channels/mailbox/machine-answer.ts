import { SUBJECT } from '#workflows/notices/letter-to-reporter.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import type { Mail } from './read-mail.ts'
import { readThreadToken } from './thread-token.ts'
import type { Automatic } from './who-wrote.ts'

type Ours = { keys: Pick<Keys, 'receipt'>; settings: { publicUrl: string } }

/**
 * Whether a machine's mail is certainly its answer to one of ours, or a report on a delivery that brings back nobody's
 * words: nothing of it is for anybody, and for each mail that leaves one may come. Whatever else looks like a machine's
 * may be a person's after all.
 */
export function isAnswerOfMachine(ours: Ours, mail: Mail, automatic: Automatic): boolean {
  switch (automatic) {
    case 'bounce':
    case 'receipt':
      return isAboutOurs(ours, mail) || (isReport(mail) && !mail.files.some(isReturned))
    case 'complaint':
      return isAboutOurs(ours, mail)
    case 'autoReply':
      return isToOurs(ours, mail.headers)
    case 'autoSubject':
      return isToOurs(ours, mail.headers) && mail.subject.includes(SUBJECT)
    default:
      return false
  }
}

const isReport = ({ files }: Mail) =>
  files.some(({ type }) => /^message\/(global-)?(delivery-status|disposition-notification)$/.test(type))
const isReturned = ({ type }: Mail['files'][number]) => /^message\/(rfc822|global)(-headers)?$|^text\/rfc822/.test(type)

/** The id of a mail as it stands in what a report says of it, or in the header that it brings back. */
const SAID_ID = /^[ \t>]*(?:original-)?message-id:\s*(<[^<>\s]{3,300}>)/gim
/** Enough of what is brought back to have its header. */
const ENOUGH = 100_000

function isAboutOurs(ours: Ours, mail: Mail): boolean {
  const said = [mail.text.slice(0, ENOUGH), ...mail.files.map(({ bytes }) => beginningOf(bytes))].join('\n')
  const ids = [...said.matchAll(SAID_ID)].map(([, id = '']) => id)
  return isToOurs(ours, mail.headers) || isToOurs(ours, new Map([['references', ids]]))
}

const beginningOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, ENOUGH)).toString('latin1')

/** Mails to reporters bear a mark, notices to officers an id drawn by lot under our name. */
function isToOurs({ keys, settings }: Ours, headers: Mail['headers']): boolean {
  if (readThreadToken(keys, { headers })) return true
  const notice = new RegExp(`<[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@${hostOf(settings)}>`, 'i')
  return ['in-reply-to', 'references'].some((name) => headers.get(name)?.some((ids) => notice.test(ids)))
}

const hostOf = ({ publicUrl }: Ours['settings']): string =>
  new URL(publicUrl).hostname.replace(/[^\w-]/g, (letter) => `\\${letter}`)
