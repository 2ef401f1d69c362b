import { createHash } from 'node:crypto'

/** Every shape in which `text` could lie about in clear: as it is, in UTF-16, base64 at any alignment, hex. */
export function shapesOf(text: string): Map<string, Buffer> {
  const utf8 = Buffer.from(text)
  const utf16 = Buffer.from(text, 'utf16le')
  const shapes = new Map([
    ['clear', utf8],
    ['UTF-16LE', utf16],
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    ['hex', Buffer.from(utf8.toString('hex'))],
    ['HEX', Buffer.from(utf8.toString('hex').toUpperCase())],
    ['hex of UTF-16', Buffer.from(utf16.toString('hex'))],
  ])
  for (const before of [0, 1, 2]) shapes.set(`base64 after ${before}`, Buffer.from(base64Inside(utf8, before)))
  return shapes
}

/** The characters of base64 that depend on `bytes` alone when `before` other bytes stand in front. */
function base64Inside(bytes: Buffer, before: number): string {
  const whole = Buffer.concat([Buffer.alloc(before), bytes])
  const known = Math.floor((whole.length * 8) / 6)
  return whole.toString('base64').slice(Math.ceil((before * 8) / 6), known)
}

/** The hashes of `text` that need no key: whoever guesses the text would know it by them. */
export function hashesOf(text: string): Map<string, Buffer> {
  const shapes = new Map<string, Buffer>()
  for (const name of ['md5', 'sha1', 'sha256', 'sha512']) {
    const raw = createHash(name).update(text).digest()
    shapes.set(name, raw)
    shapes.set(`${name} hex`, Buffer.from(raw.toString('hex')))
    shapes.set(`${name} base64`, Buffer.from(raw.toString('base64').replace(/=+$/, '')))
  }
  return shapes
}
