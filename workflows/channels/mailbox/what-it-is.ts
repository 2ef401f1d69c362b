import type { ReadApart } from './apart.ts'
import type { Mail } from './read-mail.ts'
import { isRecall } from './recall.ts'
import { type Automatic, automaticMail } from './who-wrote.ts'

/** Why a mail cannot be read, or not all of it. */
export const UNREADABLE = ['charset', 'tooManyParts', 'malformed', 'encrypted', 'empty'] as const
export type Unreadable = (typeof UNREADABLE)[number]

/** Why people look at a mail before it becomes a report, or does not. */
export const QUARANTINE_REASONS = [
  ...UNREADABLE,
  // the reader was stopped at its limit of time, of memory, or was not even asked
  'tooLong',
  'tooMuch',
  'tooBig',
  // its words fill more than a file may
  'tooMuchText',
  'spamLike',
  // it looks as if a machine wrote it, and nobody can be sure
  'automatic',
  // it calls an earlier mail back: somebody may wish to withdraw
  'recall',
  // a file that is not taken in, where there is no vault to keep the original
  'leftOut',
  // what this mail alone brought about
  'failed',
] as const
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number]

/** Above this nothing is read, in bytes: five files of the form are 41 MB on their way by mail. */
export const MOST_READ = 45 * 1024 * 1024
/** Above this nothing is kept: the listener refuses it, and of what lies in the mailbox only the beginning is taken. */
export const MOST_KEPT = 60 * 1024 * 1024
/** The beginning that is taken then, in bytes. */
export const BEGINNING = 1024 * 1024

export type Judged =
  | { outcome: 'report'; mail: Mail; reason: null }
  | { outcome: 'ignored'; mail: Mail; reason: Automatic }
  | { outcome: 'quarantined'; mail: Mail | null; reason: QuarantineReason }

/**
 * What is done with a mail that was read. `isAnswer`: whether it is a machine's answer to a mail of ours, and no more;
 * without the keys nobody can tell.
 */
export function whatItIs(
  { mail, unreadable }: ReadApart,
  isAnswer: (mail: Mail, automatic: Automatic) => boolean = () => false,
): Judged {
  if (unreadable || !mail) return { outcome: 'quarantined', mail, reason: unreadable ?? 'malformed' }
  if (isRecall(mail)) return { outcome: 'quarantined', mail, reason: 'recall' }
  const automatic = automaticMail(mail)
  if (automatic)
    return isAnswer(mail, automatic)
      ? { outcome: 'ignored', mail, reason: automatic }
      : { outcome: 'quarantined', mail, reason: 'automatic' }
  return isSpamLike(mail)
    ? { outcome: 'quarantined', mail, reason: 'spamLike' }
    : { outcome: 'report', mail, reason: null }
}

const MOST_RECEIVERS = 100
const MOST_LINKS = 100

/** What the mail server's own filter says, or what no person does: write to a hundred at once, or mostly in links. */
function isSpamLike({ headers, text }: Mail): boolean {
  const said = (name: string) => headers.get(name)?.join('\n') ?? ''
  if (/^[ \t]*yes/im.test(`${said('x-spam-flag')}\n${said('x-spam-status')}\n${said('x-spam')}`)) return true
  const receivers = `${said('to')},${said('cc')}`.split('@').length - 1
  return receivers > MOST_RECEIVERS || (text.match(/https?:\/\//gi)?.length ?? 0) > MOST_LINKS
}
