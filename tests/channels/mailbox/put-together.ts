import { readMail } from '#workflows/channels/mailbox/read-mail.ts'

/** A mail as it comes over the wire, from what stands in a test line by line; bytes stay what they are. */
export const wire = (...pieces: (string | Buffer)[]): Buffer =>
  Buffer.concat(
    pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece.replaceAll('\n', '\r\n')) : piece)),
  )

/** Some parts in a box, each beginning with its header. */
export function box(kind: string, ...parts: string[]): string {
  const boundary = `box ${++boxes}`
  const all = parts.map((part) => `--${boundary}\n${part}\n`).join('')
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\n\n${all}--${boundary}--\n`
}
let boxes = 0

export const plain = (text: string): string => `Content-Type: text/plain; charset=utf-8\n\n${text}`
export const html = (text: string): string => `Content-Type: text/html; charset=utf-8\n\n${text}`

/** The words, the names of the files, and why people must look at it, if they must. */
export async function read(mail: string | Buffer) {
  const { mail: found, unreadable } = await readMail(typeof mail === 'string' ? wire(mail) : mail)
  return {
    text: found?.text ?? null,
    files: (found?.files ?? []).map(({ name }) => name),
    bytes: (found?.files ?? []).map(({ bytes }) => bytes),
    from: found?.from ?? null,
    subject: found?.subject ?? null,
    unreadable,
  }
}
