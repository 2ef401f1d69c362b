import { isKnown, realCharset } from '#workflows/charsets/real-charset.ts'

/** Fields with every byte as one character, as they came. */
export type RawField = readonly [name: string, value: string]

/**
 * The fields of a form in the encoding that their bytes are in. A form is sent in one encoding, UTF-8 unless an old browser
 * or a machine sends another: it is judged over all fields together, because one alone may be too short to tell.
 */
export function decodedFields(raw: readonly RawField[]): URLSearchParams {
  const bytes = Buffer.from(raw.map(([name, value]) => `${name}=${value}`).join('\n'), 'latin1')
  const charset = charsetOf(bytes)
  const decoded = (field: string) => (isAscii(field) ? field : charset.decode(Buffer.from(field, 'latin1')))
  return new URLSearchParams(raw.map(([name, value]) => [decoded(name), decoded(value)]))
}

/** The fields of `application/x-www-form-urlencoded`. */
export const urlEncodedFields = (body: Buffer): URLSearchParams =>
  decodedFields(
    body
      .toString('latin1')
      .split('&')
      .filter(Boolean)
      .map((pair) => {
        const [name = '', ...value] = pair.split('=')
        return [unescaped(name), unescaped(value.join('='))]
      }),
  )

const unescaped = (part: string) =>
  part.replace(/\+/g, ' ').replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const isAscii = (text: string) => !/[^\x00-\x7f]/.test(text)

/** One byte a letter fits everything and so proves nothing: such bytes are Chinese of the mainland where they can be. */
function charsetOf(bytes: Buffer): TextDecoder {
  const real = realCharset(bytes, null) ?? 'utf-8'
  if (real !== 'windows-1252') return new TextDecoder(isKnown(real) ? real : 'utf-8')
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    return new TextDecoder('gb18030')
  } catch {
    return new TextDecoder('utf-8')
  }
}
