/** The process in which mails are read: whatever a mail does to it, it does to nothing else. See `apart.ts`. */
import { readMail } from './read-mail.ts'

process.on('message', (raw: Uint8Array) => {
  void readMail(Buffer.from(raw)).then((read) => process.send?.(read))
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
