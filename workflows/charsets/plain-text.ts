import { isKnown, realCharset } from './real-charset.ts'

/**
 * What a text file says, in the encoding it is in; null where it is in none that it could be: refused rather than read
 * wrong. One byte a letter fits everything and so proves nothing: such bytes are GB18030 or nothing.
 */
export function plainText(bytes: Uint8Array): string | null {
  const charset = realCharset(bytes, null)
  if (charset === null || !isKnown(charset)) return null
  try {
    return new TextDecoder(charset === 'windows-1252' ? 'gb18030' : charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
