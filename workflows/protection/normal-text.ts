import { composed } from '#workflows/charsets/plain-form.ts'

/** C0 and C1 controls except tab and newline, DEL, and the controls that turn the reading direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const UNWANTED = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const LINE_END = /\r\n|[\r\u0085\u2028\u2029]/g
const LONE_SURROGATE = /\p{Cs}/gu

/**
 * The one stated normalisation of everything people write, before it is sealed: lone surrogates become U+FFFD,
 * every line end becomes LF, control and bidirectional control characters go, the rest is composed (NFC).
 * Doing it twice changes nothing. Emoji, joiners, variation selectors and rare characters stay.
 */
export const normalText = (text: string): string =>
  composed(
    text
      // before anything is removed, or two halves would meet and become a character nobody typed
      .replace(LONE_SURROGATE, '\uFFFD')
      .replace(LINE_END, '\n')
      .replace(UNWANTED, ''),
  )
