/** 1.2.840.113549.1.7: what an envelope of S/MIME is (RFC 5652 §4–6) tells the byte after these. */
const PKCS7 = Buffer.from('2a864886f70d0107', 'hex')
const DATA = 1
const SIGNED = 2

/** BER (X.690 §8): a tag and what it holds. */
type Element = { tag: number; content: Buffer; children: Element[] }
const SEQUENCE = 0x30
const OBJECT_ID = 0x06
const OCTETS = 0x04
const CONSTRUCTED = 0x20
const UNTIL_END = 0x80
const DEEPEST = 20

/** Whether these bytes are an envelope of S/MIME, and of which kind: what is only signed can be read, any other is sealed. */
export function envelopeOf(bytes: Buffer): 'signed' | 'sealed' | null {
  const at = bytes.subarray(0, 40).indexOf(PKCS7)
  if (bytes[0] !== SEQUENCE || at < 0) return null
  return bytes[at + PKCS7.length] === SIGNED ? 'signed' : 'sealed'
}

/**
 * The mail inside signed data; empty where it holds none, as certificates and a signature that stands alone; null where
 * it is broken.
 */
export function signedContent(bytes: Buffer): Buffer | null {
  try {
    const [info] = elements(bytes, 0, 1).all
    const signed = info?.children[1]?.children[0]
    const content = signed?.children.find(({ tag, children }) => tag === SEQUENCE && isData(children[0]))
    const octets = content?.children[1]?.children[0]
    if (octets) return joined(octets)
    return content ? Buffer.alloc(0) : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const isData = (id: Element | undefined): boolean =>
  id?.tag === OBJECT_ID && id.content.equals(Buffer.concat([PKCS7, Buffer.of(DATA)]))

/** A string stands in one piece or, as long ones do, in many. */
function joined({ tag, content, children }: Element): Buffer {
  if (tag === OCTETS) return content
  if (tag !== (OCTETS | CONSTRUCTED)) throw new RangeError('no octets')
  return Buffer.concat(children.map(joined))
}

/** What stands in a row here, `most` of it at most; `end`: where it ends. Throws RangeError where it does not fit. */
function elements(bytes: Buffer, depth: number, most = Number.POSITIVE_INFINITY): { all: Element[]; end: number } {
  if (depth > DEEPEST) throw new RangeError('too deep')
  const all: Element[] = []
  let at = 0
  while (at < bytes.length && all.length < most) {
    const tag = bytes.readUInt8(at)
    const length = bytes.readUInt8(at + 1)
    if (tag === 0 && length === 0) return { all, end: at + 2 }
    const isConstructed = (tag & CONSTRUCTED) !== 0
    if (length === UNTIL_END) {
      const within = elements(bytes.subarray(at + 2), depth + 1)
      all.push({ tag, content: Buffer.alloc(0), children: within.all })
      at += 2 + within.end
      continue
    }
    const more = length > UNTIL_END ? length - UNTIL_END : 0
    const size = more > 0 ? bytes.readUIntBE(at + 2, more) : length
    const from = at + 2 + more
    if (from + size > bytes.length) throw new RangeError('cut short')
    const content = bytes.subarray(from, from + size)
    all.push({ tag, content, children: isConstructed ? elements(content, depth + 1).all : [] })
    at = from + size
  }
  return { all, end: at }
}
