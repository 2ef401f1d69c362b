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
/** A question mark within a word, which should have been encoded. */
const ASKING = /(=\?[^?\s]{1,40}\?q\?)((?:[^?]|\?(?!=(?![\dA-F]{2}))){0,2000})(?=\?=(?![\dA-F]{2}))/gi
/** A word that ends with its field. */
const UNENDED = /(=\?[^?\s]{1,40}\?(?:b\?[\w+/=\s]{1,2000}|q\?[^?]{1,2000}))\??\s*$/i
/** RFC 2231: `filename*=gb2312''%C4%E3`. */
const EXTENDED = /(\*(?:0\*)?\s*=\s*"?)([\w-]+)('[\w-]*')([^\s;"]*)/g

function relabelWords(field: string): string {
  return field
    .replace(ASKING, (_, before, text) => `${before}${text.replaceAll('?', '=3F')}`)
    .replace(UNENDED, (all, word: string) => `${word.trimEnd()}?=${all.slice(all.trimEnd().length)}`)
    .replace(WORDS, (row) => {
      const text = textOfRow(row)
      return text === null ? row : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
    })
    .replace(EXTENDED, (all, before, label, language, text) => {
      const real = realCharset(percentBytes(text), label)
      return real === null ? all : `${before}${real}${language}${text}`
    })
}

function textOfRow(row: string): string | null {
  const words = wordsOfRow(row)
  const real = charsetOfRow(words)
  if (!real || !isKnown(real)) return null
  // letters that were never encoded stand among those that are
  if (/[^\x00-\x7f]/.test(row) && real !== 'utf-8') return row.replace(WORD, (_, ...word) => mixed(word[3] ?? '', real))
  return new TextDecoder(real).decode(words.bytes)
}
const mixed = (text: string, charset: string): string =>
  text.replace(/[\x00-\x7f]+/g, (some) => new TextDecoder(charset).decode(bytesOfWord('q', some)))

function wordsOfRow(row: string): { bytes: Buffer; said: string | null } {
  const words = [...row.matchAll(WORD)]
  const bytes = Buffer.concat(words.map(([, , , how = '', text = '']) => bytesOfWord(how, text)))
  return { bytes, said: words[0]?.[1] ?? null }
}
const charsetOfRow = ({ bytes, said }: ReturnType<typeof wordsOfRow>) => realCharset(bytes, said)

const bytesOfWord = (how: string, text: string): Buffer =>
  how.toLowerCase() === 'b'
    ? Buffer.from(text, 'base64')
    : quotedBytes(Buffer.from(text.replace(/=?\r?\n[ \t]+/g, '').replace(/_/g, ' ')).toString('latin1'))

const percentBytes = (text: string): Buffer =>
  Buffer.from(
    text.replace(/%([\dA-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
