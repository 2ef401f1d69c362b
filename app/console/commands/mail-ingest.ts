import { readFileSync } from 'node:fs'
import { type Command, visit, WrongWords } from '#app/console/command.ts'
import { filesAt } from '#app/console/files-at.ts'
import { noMore } from '#app/console/typed.ts'
import { readMailsApart } from '#workflows/channels/mailbox/apart.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'

/** Takes mails in as the mailbox would; one that came before, by whatever door, is told as what it became then. */
export const command: Command = {
  usage: 'FILE|DIR',
  run: async (words, say) => {
    noMore(words, 1)
    const [path] = words
    if (!path) throw new WrongWords('Which file, or which folder of mails?')
    const files = filesAt(path)
    await visit(async (house) => {
      const reader = readMailsApart()
      try {
        for (const file of files) {
          const { outcome, reason, id } = await takeMail(house, reader, readFileSync(file))
          say({ file, outcome, reason, id }, [file, outcome, reason ?? '', id].join('\t'))
        }
      } finally {
        reader.close()
      }
    })
  },
}
