/** The process in which mails are read: whatever a mail does to it, it does to nothing else. See `apart.ts`. */
import { type ReadMail, readMail } from './read-mail.ts'

process.on('message', (mails: Uint8Array[]) => void readAll(mails).then((read) => process.send?.(read)))
process.on('disconnect', () => process.exit())
process.send?.('ready')

async function readAll(mails: readonly Uint8Array[]): Promise<ReadMail[]> {
  const read: ReadMail[] = []
  for (const raw of mails) read.push(await readMail(Buffer.from(raw)))
  return read
}
