import { isKnown, realCharset } from '#workflows/charsets/real-charset.ts'
import { quotedBytes } from './transfer-encodings.ts'

/**
 * A field of a header in UTF-8, its encoded words and names under their right encodings. `said`: what the mail says of
 * its body, which is then often the encoding of bytes above ASCII in its header too.
 */
export const repairWords = (field: string, said: string | null): string => relabelWords(inUtf8(field, said))

/** Bytes above ASCII in a header are no mail at all by the book, and every Chinese client has sent them. */
function inUtf8(field: string, said: string | null): string {
  const isJapanese = field.includes('\u001b$')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is no ASCII
  if (!isJapanese && /^[\x00-\x7f]*$/.test(field)) return field
  const bytes = Buffer.from(field, 'latin1')
  const charset = isJapanese ? 'iso-2022-jp' : realCharset(bytes, said)
  return new TextDecoder(charset && isKnown(charset) ? charset : 'utf-8', { ignoreBOM: true }).decode(bytes)
}

/** Whether a field has words, encoded or as they are, that cannot be read, or could be in any encoding. */
export function isUnreadable(field: string, said: string | null): boolean {
  const isPlain = field.includes('\u001b$') || realCharset(Buffer.from(field, 'latin1'), said) !== null
  return !isPlain || [...field.matchAll(WORDS)].some(([row]) => charsetOfRow(wordsOfRow(row)) === null)
}

/** Rows of encoded words of one name, `=?gb2312?B?…?=`: a character may begin in one and end in the next. */
const WORDS = /=\?([^?\s]+)\?[bq]\?[^?]*\?=(?:\s*=\?\1\?[bq]\?[^?]*\?=)*/gi
const WORD = /=\?([^?\s*]+)(\*[^?]*)?\?([bq])\?([^?]*)\?=/gi
/** RFC 2231: `filename*=gb2312''%C4%E3`. */
const EXTENDED = /(\*(?:0\*)?\s*=\s*"?)([\w-]+)('[\w-]*')([^\s;"]*)/g

function relabelWords(field: string): string {
  return field
    .replace(WORDS, (row) => {
      const words = wordsOfRow(row)
      const { bytes } = words
      const real = charsetOfRow(words)
      const text = real && isKnown(real) ? new TextDecoder(real).decode(bytes) : null
      return text === null ? row : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
    })
    .replace(EXTENDED, (all, before, label, language, text) => {
      const real = realCharset(percentBytes(text), label)
      return real === null ? all : `${before}${real}${language}${text}`
    })
}

function wordsOfRow(row: string): { bytes: Buffer; said: string | null } {
  const words = [...row.matchAll(WORD)]
  const bytes = Buffer.concat(words.map(([, , , how = '', text = '']) => bytesOfWord(how, text)))
  return { bytes, said: words[0]?.[1] ?? null }
}
const charsetOfRow = ({ bytes, said }: ReturnType<typeof wordsOfRow>) => realCharset(bytes, said)

const bytesOfWord = (how: string, text: string): Buffer =>
  how.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedBytes(text.replace(/_/g, ' '))

const percentBytes = (text: string): Buffer =>
  Buffer.from(
    text.replace(/%([\dA-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
