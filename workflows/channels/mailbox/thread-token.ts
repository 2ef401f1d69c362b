import { createHmac } from 'node:crypto'
import { CipherError, openBytes, sealBytes } from '#workflows/protection/cipher.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import type { Mail } from './read-mail.ts'

const PLACE = { table: 'mail', column: 'thread', row: '' }
/** Version, nonce, the 16 bytes of the report's id, tag: in small letters, which no mail program on the way changes. */
const TOKEN = /<([0-9a-f]{90})@/gi

/**
 * What a Message-ID of ours bears instead of a number: sealed, another one each time, and nothing to anyone else. The
 * key is derived from that of the receipt codes and lasts as long as they do.
 */
export const mintThreadToken = (keys: Pick<Keys, 'receipt'>, report: string): string =>
  sealBytes(threadKey(keys), PLACE, Buffer.from(report.replaceAll('-', ''), 'hex')).toString('hex')

/** The report of the mail of ours that this one answers, told by the token alone: nothing is guessed. Null where it answers none. */
export function readThreadToken(keys: Pick<Keys, 'receipt'>, { headers }: Pick<Mail, 'headers'>): string | null {
  // what it answers first, then the last of what came before it
  const answered = [...(headers.get('in-reply-to') ?? []), ...(headers.get('references') ?? []).toReversed()]
  for (const header of answered)
    for (const [, token] of [...header.slice(0, LONGEST).matchAll(TOKEN)].toReversed()) {
      const report = open(keys, token ?? '')
      if (report) return report
    }
  return null
}

/** A thread of a hundred mails; more is written by no person. */
const LONGEST = 20_000

function open(keys: Pick<Keys, 'receipt'>, token: string): string | null {
  try {
    const id = openBytes(threadKey(keys), PLACE, Buffer.from(token, 'hex')).toString('hex')
    return id.length === 32 ? id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null
  } catch (error) {
    if (error instanceof CipherError) return null
    throw error
  }
}

const threadKey = ({ receipt }: Pick<Keys, 'receipt'>) => ({
  id: 'thread',
  bytes: createHmac('sha256', receipt).update('thread').digest(),
})

/** A fresh Message-ID for a mail to this report's sender, fixed before it is sent: sent again, it is the same mail. */
export const messageIdFor = (keys: Pick<Keys, 'receipt'>, publicUrl: string, report: string): string =>
  `<${mintThreadToken(keys, report)}@${new URL(publicUrl).hostname}>`
