import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { type Command, visit, WrongWords } from '#app/console/command.ts'
import { filesAt } from '#app/console/files-at.ts'
import { noMore } from '#app/console/typed.ts'
import { readMailsApart } from '#workflows/channels/mailbox/apart.ts'
import { BEGINNING, MOST_KEPT } from '#workflows/channels/mailbox/what-it-is.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import type { House } from '#workflows/house.ts'

/** Takes mails in as the mailbox would; one that came before, by whatever door, is told as what it became then. */
export const command: Command = {
  usage: 'FILE|DIR',
  run: async (words, say) => {
    noMore(words, 1)
    const [path] = words
    if (!path) throw new WrongWords('Which file, or which folder of mails?')
    const files = filesAt(path)
    const reader = readMailsApart()
    const takeAll = async (house: House) => {
      for (const file of files) {
        const { raw, cut } = readMailFile(file)
        const { outcome, reason, id } = await takeMail(house, reader, raw, { cut })
        say({ file, outcome, reason, id }, [file, outcome, reason ?? '', id].join('\t'))
      }
    }
    await visit(takeAll, { postbox: true }).finally(() => reader.close())
  },
}

/** Of a file that is too big to be kept, its beginning: it is not taken away. */
function readMailFile(file: string): { raw: Buffer; cut: boolean } {
  if (statSync(file).size <= MOST_KEPT) return { raw: readFileSync(file), cut: false }
  const opened = openSync(file, 'r')
  try {
    const raw = Buffer.alloc(BEGINNING)
    return { raw: raw.subarray(0, readSync(opened, raw)), cut: true }
  } finally {
    closeSync(opened)
  }
}
