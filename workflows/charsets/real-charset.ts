import { shareOfEveryday } from './everyday.ts'
import { looksLikeHz } from './hz.ts'

/** Multi-byte encodings that no decoder at hand reads; a mail in one of them is kept for people to look at. */
const UNREADABLE = /^(iso-2022-(cn|cn-ext|kr)|hz-gb-2312|(unicode-1-1-)?utf-7|csiso2022kr)$/
/** Every name by which mail calls the national standard GB; what is written under it is its newest edition. */
const GB = /^(gb[-_ ]?(2312|k|18030)([-_]?80)?|x-gbk|cp936|ms936|windows-936|euc-cn|csgb2312|chinese)$/
const BIG5 = /^(x-x-)?(big5([-_]?hkscs)?|cn-big5|csbig5|cp950|windows-950)$/
/** One byte a letter, or no promise at all: what is written under these names is often something else. */
const DOUBTFUL =
  /^(us-ascii|ascii|ansi_x3\.4-1968|iso-8859-1|iso8859-1|latin1|windows-1252|cp1252|utf-?8|unknown(-8bit)?|x-unknown|8bit|default|binary)$/

const UTF_8 = /^utf-?8$/

/** Above this share of everyday characters, bytes are taken for what they look like. */
const LIKELY = 0.7
/** UTF-8 with a byte broken here and there is UTF-8. */
const NEARLY_ALL = 0.9

/**
 * The encoding bytes are really in, as TextDecoder names it, given what the mail says (null: nothing). Null where they
 * cannot be read at all, or could be anything. GB18030 under the name of GB2312 or Big5, UTF-8 under any name, and GBK
 * or Big5 under none or under the name of Latin are what real mail sends.
 */
export function realCharset(bytes: Uint8Array, said: string | null): string | null {
  const label =
    said
      ?.trim()
      .toLowerCase()
      .replace(/^["']+|(?<!["'])["']+$/g, '') || null
  if (label && UNREADABLE.test(label)) return isShifted(bytes) ? null : 'utf-8'
  if (label && /^(utf-?16|ucs-2|utf-?32)/.test(label) && bytes.some((byte) => byte === 0 || byte >= 0x80))
    return label.includes('be') ? 'utf-16be' : 'utf-16le'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (!bytes.some((byte) => byte >= 0x80)) {
    if (looksLikeHz(bytes)) return null
    return label && isKnown(label) && !label.startsWith('utf-16') ? label : 'utf-8'
  }
  // half a letter at the very end, and no whole one, is UTF-8 only where it is said: `accentué`
  const hasLetter = shareOfUtf8(bytes) > 0 || (label !== null && UTF_8.test(label))
  if (hasLetter && decodes(bytes, 'utf-8') && (!isMultiByte(label) || hasThreeByteLetter(bytes))) return 'utf-8'
  if (shareOfUtf8(bytes) >= NEARLY_ALL && hasThreeByteLetter(bytes)) return 'utf-8'
  if (label && GB.test(label)) return isOther(bytes, 'big5', 'gb18030') ? 'big5' : 'gb18030'
  if (label && BIG5.test(label)) return isOther(bytes, 'gb18030', 'big5') ? 'gb18030' : 'big5'
  if (label && !DOUBTFUL.test(label) && isKnown(label)) return label
  const some = beginning(bytes)
  const [gb, big5] = [shareOfGb(some), standsInRows(some) ? shareOfBig5(some) : 0]
  if (big5 >= LIKELY && big5 > gb) return 'big5'
  if ((gb >= LIKELY && isNearlyGb(some)) || isHanInRows(some)) return 'gb18030'
  if ((!label || DOUBTFUL.test(label)) && couldBeAnything(some)) return null
  // a name that only the mail reader knows, such as cp932
  return label && (!DOUBTFUL.test(label) || (isKnown(label) && !UTF_8.test(label))) ? label : 'windows-1252'
}

/** Whether bytes of this encoding are in a shifted state anywhere: plain letters under such a name are plain letters. */
const isShifted = (bytes: Uint8Array): boolean =>
  bytes.some((byte, at) => byte === 0x1b || byte === 0x0e || byte >= 0x80 || beginsRow(byte, bytes[at + 1]))

/** `~{` of HZ, `+` of UTF-7 unless it is `+-`, a plus sign. */
const beginsRow = (byte: number, next = 0): boolean =>
  (byte === 0x7e && next === 0x7b) || (byte === 0x2b && /[A-Za-z\d/]/.test(String.fromCharCode(next)))

const isMultiByte = (label: string | null): boolean => label !== null && (GB.test(label) || BIG5.test(label))

/** Whether TextDecoder reads it. */
export function isKnown(label: string): boolean {
  try {
    return Boolean(new TextDecoder(label))
  } catch {
    return false
  }
}

function decodes(bytes: Uint8Array, charset: string): boolean {
  try {
    // a stream: what is judged may be the beginning of more
    new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Ideographs take three bytes in UTF-8; by chance such a row hardly occurs in another encoding. */
const hasThreeByteLetter = (bytes: Uint8Array): boolean => bytes.some((byte) => byte >= 0xe0 && byte <= 0xef)

/** Of the bytes above ASCII, the share that stands in letters of UTF-8. */
function shareOfUtf8(bytes: Uint8Array): number {
  let high = 0
  let fit = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1
    let more = 1
    while (more < length && ((bytes[at + more] ?? 0) & 0xc0) === 0x80) more++
    high += more
    if (more === length && length > 1) fit += more
    at += more - 1
  }
  return high === 0 ? 0 : fit / high
}

/** Chinese stands in rows of characters; the one accented letter of a European word may look like half of one. */
function standsInRows(bytes: Uint8Array): boolean {
  let pairs = 0
  let beside = 0
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue
    pairs++
    if ((bytes[at + 2] ?? 0) >= 0x80) beside++
    at++
  }
  return pairs > 1 && beside >= pairs / 2
}

/** Enough to judge by, from the first byte above ASCII on. */
const beginning = (bytes: Uint8Array): Uint8Array => {
  const at = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80),
  )
  return bytes.subarray(at, at + ENOUGH)
}
const ENOUGH = 100_000

/** Whether bytes under the name of one standard are in the other: one of the two gives what everybody writes. */
function isOther(bytes: Uint8Array, other: 'gb18030' | 'big5', said: 'gb18030' | 'big5'): boolean {
  if (!decodes(bytes, other)) return false
  const everyday = (charset: string) => shareOfEveryday(new TextDecoder(charset).decode(beginning(bytes)))
  return everyday(other) > 2 * everyday(said) + (decodes(bytes, said) ? MARGIN : 0)
}
/** Less is chance, where only a few characters stand. */
const MARGIN = 0.1

function isNearlyGb(bytes: Uint8Array): boolean {
  const letters = new TextDecoder('gb18030').decode(bytes).match(/[^\x00-\x7f]/gu) ?? []
  return letters.filter((letter) => letter !== '\ufffd').length >= NEARLY_ALL * letters.length
}

const HAN = /[\p{Script=Han}\u2010-\u2027\u3000-\u303f\uff00-\uffef]/u
/** Of the double bytes of GB18030 so many end above ASCII at least, also in traditional characters; in Latin hardly any. */
const HIGH_ENDS = 0.6
/** Longer rows without a single everyday character are Japanese, or nothing at all. */
const LONG = 10

/** Whether these are rows of Chinese in GB18030, be it rare or traditional, and not the scattered accents of Latin. */
function isHanInRows(bytes: Uint8Array): boolean {
  if (!decodes(bytes, 'gb18030') || shareOfPairs(bytes, (_, trail) => trail >= 0x80) < HIGH_ENDS) return false
  const rows = new TextDecoder('gb18030').decode(bytes).match(/[^\x00-\x7f]+/gu) ?? []
  const letters = rows.map((row) => [...row])
  const all = letters.flat()
  const beside = letters.filter(({ length }) => length > 1).flat().length
  if (beside < all.length / 2 || all.filter((letter) => HAN.test(letter)).length < NEARLY_ALL * all.length) return false
  return all.length < LONG || shareOfGb(bytes) > 0 || shareOfEveryday(all.join('')) > 0
}

/** Letters above ASCII that stand side by side, as in no language written in Latin; blanks, dots and lines do not count. */
function couldBeAnything(bytes: Uint8Array): boolean {
  const isLetter = (byte = 0) => byte >= 0x80 && byte !== 0xa0 && byte !== 0xb7
  let letters = 0
  let beside = 0
  for (let at = 0; at < bytes.length; at++) {
    if (!isLetter(bytes[at])) continue
    letters++
    if ([at - 1, at + 1].some((next) => isLetter(bytes[next]) && bytes[next] !== bytes[at])) beside++
  }
  return beside >= FEW && beside > letters / 2
}
const FEW = 8

/** Everyday hanzi and punctuation of GB2312: rows A1–A3 and B0–D7, trail A1–FE. */
const shareOfGb = (bytes: Uint8Array): number =>
  shareOfPairs(
    bytes,
    (lead, trail) => trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)),
  )

/** Everyday hanzi and punctuation of Big5: rows A1–A3 and A4–C6, trail 40–7E and A1–FE. */
const shareOfBig5 = (bytes: Uint8Array): number =>
  shareOfPairs(
    bytes,
    (lead, trail) => lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1),
  )

/** Of the double bytes, the share that `isEveryday`; a lone high byte counts as one that is not. */
function shareOfPairs(bytes: Uint8Array, isEveryday: (lead: number, trail: number) => boolean): number {
  let pairs = 0
  let everyday = 0
  for (let at = 0; at < bytes.length; at++) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]]
    if (lead < 0x80) continue
    pairs++
    if (trail < 0x40) continue
    if (isEveryday(lead, trail)) everyday++
    at++
  }
  return pairs === 0 ? 0 : everyday / pairs
}
