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
 * cannot be read at all. GB18030 under the name of GB2312, UTF-8 under any name, and GBK or Big5 under none or under
 * the name of Latin are what real mail sends.
 */
export function realCharset(bytes: Uint8Array, said: string | null): string | null {
  const label =
    said
      ?.trim()
      .toLowerCase()
      .replace(/^["']+|["']+$/g, '') || null
  if (label && UNREADABLE.test(label)) return isShifted(bytes) ? null : 'utf-8'
  if (label && /^(utf-?16|ucs-2|utf-?32)/.test(label) && bytes.some((byte) => byte === 0 || byte >= 0x80))
    return label.includes('be') ? 'utf-16be' : 'utf-16le'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (!bytes.some((byte) => byte >= 0x80))
    return label && isKnown(label) && !label.startsWith('utf-16') ? label : 'utf-8'
  // half a letter at the very end, and no whole one, is UTF-8 only where it is said: `accentué`
  const hasLetter = shareOfUtf8(bytes) > 0 || (label !== null && UTF_8.test(label))
  if (hasLetter && decodes(bytes, 'utf-8') && (!isMultiByte(label) || hasThreeByteLetter(bytes))) return 'utf-8'
  if (shareOfUtf8(bytes) >= NEARLY_ALL && hasThreeByteLetter(bytes)) return 'utf-8'
  if (label && GB.test(label)) return decodes(bytes, 'gb18030') || !looksLikeBig5(bytes) ? 'gb18030' : 'big5'
  if (label && BIG5.test(label)) return decodes(bytes, 'big5') || !looksLikeGb(bytes) ? 'big5' : 'gb18030'
  if (label && !DOUBTFUL.test(label) && isKnown(label)) return label
  const [gb, big5] = [shareOfGb(bytes), standsInRows(bytes) ? shareOfBig5(bytes) : 0]
  if (Math.max(gb, big5) >= LIKELY) return gb >= big5 ? 'gb18030' : 'big5'
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

const looksLikeGb = (bytes: Uint8Array) => shareOfGb(bytes) >= LIKELY
const looksLikeBig5 = (bytes: Uint8Array) => shareOfBig5(bytes) >= LIKELY

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
