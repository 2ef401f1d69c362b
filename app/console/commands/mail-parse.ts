import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, Refusal, WrongWords } from '#app/console/command.ts'
import { noMore } from '#app/console/typed.ts'
import { readMailsApart } from '#workflows/channels/mailbox/apart.ts'
import { automaticMail } from '#workflows/channels/mailbox/who-wrote.ts'

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
        const { mail, unreadable } = await reader.read(readFileSync(file))
        const automatic = mail && automaticMail(mail)
        const outcome = unreadable ? 'quarantined' : automatic ? 'ignored' : 'report'
        const { from = '', subject = '', text = '' } = mail ?? {}
        const attachments = (mail?.files ?? []).map(({ name, type, bytes }) => ({
          name,
          type,
          size: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        }))
        const reason = unreadable ?? automatic ?? null
        const plain = [
          file,
          outcome,
          reason ?? '',
          from,
          subject,
          `${text.length} letters, ${attachments.length} files`,
        ]
        say({ file, outcome, reason, from, subject, text, attachments }, plain.join('\t'))
      }
    } finally {
      reader.close()
    }
  },
}

/** The file, or every file of the folder in order. */
function filesAt(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new Refusal(`There is no ${path}.`)
  if (!found.isDirectory()) return [path]
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => join(parentPath, name)).toSorted()
}
