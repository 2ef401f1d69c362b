import { isKnown, realCharset } from '#workflows/charsets/real-charset.ts'
import { plainText } from '#workflows/charsets/plain-text.ts'
import { textOfCalendar } from './calendar.ts'
import { isToldIn } from './which-half.ts'
import { textOfEnriched } from './enriched.ts'
import { textOfHtml } from './text-of-html.ts'
import type { Leaf } from './unpack.ts'

/** Under this name Exchange puts what stands below a picture, as a file that nobody attached. */
const CUT_OFF = /^ATT\d{3,}\.(txt|htm|html)$/i
/** Of text, what people attach as a file even without a name. */
const DATA = /^text\/(csv|tab-separated-values|vcard|x-vcard|directory|calendar|css|javascript|xml|rfc822)/
/**
 * What a part says that no mail program shows as text of its own: the end of a mail cut off by a picture, a page for
 * watches, AMP, enriched text. Null where it is a file. Empty where the text says all of it already.
 */
export function otherWords({ name, type, bytes, isAttached }: Leaf, text: string): string | null {
  const isCutOff = CUT_OFF.test(name)
  if (!type.startsWith('text/') || DATA.test(type) || (isAttached && !isCutOff)) return null
  const said = toldAs(isCutOff && /\.html?$/i.test(name) ? 'text/html' : type, decoded(bytes))
  return isToldIn(text, said) ? '' : said
}

/** The events of a calendar, where a mail says nothing else. */
export const calendarWords = ({ type, bytes }: Leaf): string | null =>
  /^(text\/calendar|application\/ics)$/.test(type) ? textOfCalendar(plainText(bytes) ?? bytes.toString('latin1')) : null

function toldAs(type: string, said: string): string {
  if (/enriched|richtext/.test(type)) return textOfEnriched(said)
  return /html/.test(type) || /^\s*(<!doctype html|<html|<head)/i.test(said) ? textOfHtml(said) : said.trim()
}

function decoded(bytes: Buffer): string {
  const charset = realCharset(bytes, null) ?? 'utf-8'
  return new TextDecoder(isKnown(charset) ? charset : 'utf-8').decode(bytes)
}
