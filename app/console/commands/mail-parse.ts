import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Command, WrongWords } from '#app/console/command.ts'
import { filesAt } from '#app/console/files-at.ts'
import { noMore } from '#app/console/typed.ts'
import { ownText } from '#workflows/channels/mailbox/own-words.ts'
import { readMailsApart } from '#workflows/channels/mailbox/apart.ts'
import { whatItIs } from '#workflows/channels/mailbox/what-it-is.ts'

/** Reads mails as the mailbox would, and stores nothing: no database, no keys. */
export const command: Command = {
  usage: 'FILE|DIR',
  run: async (words, say) => {
    noMore(words, 1)
    const [path] = words
    if (!path) throw new WrongWords('Which file, or which folder of mails?')
    const reader = readMailsApart()
    try {
      for (const file of filesAt(path)) {
        const { outcome, mail, reason } = whatItIs(await reader.read(readFileSync(file)))
        const { from = '', subject = '', text = '' } = mail ?? {}
        const attachments = (mail?.files ?? []).map(({ name, type, bytes }) => ({
          name,
          type,
          size: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        }))
        const plain = [
          file,
          outcome,
          reason ?? '',
          from,
          subject,
          `${text.length} letters, ${attachments.length} files`,
        ]
        say({ file, outcome, reason, from, subject, text, own: ownText(text), attachments }, plain.join('\t'))
      }
    } finally {
      reader.close()
    }
  },
}
