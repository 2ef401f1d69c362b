const uint16 = (value: number) => Buffer.from(Uint16Array.of(value).buffer)
const uint32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer)

/** winmail.dat as Outlook packs it: attributes in a row, each with its sum. */
export const tnef = (...attributes: Buffer[]): Buffer => Buffer.concat([uint32(0x223e9f78), uint16(1), ...attributes])
export const attribute = (id: number, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.of(id >= 0x69000 && id !== 0x69003 ? 2 : 1),
    uint32(id),
    uint32(data.length),
    data,
    uint16(data.reduce((sum, byte) => sum + byte, 0) & 0xffff),
  ])
/** Properties whose values have a length of their own. */
export const properties = (...all: { type: number; id: number; value: Buffer }[]): Buffer =>
  Buffer.concat([
    uint32(all.length + 1),
    // one of fixed length among them
    uint16(0x0003),
    uint16(0x0e07),
    uint32(1),
    ...all.flatMap(({ type, id, value }) => [
      uint16(type),
      uint16(id),
      uint32(1),
      uint32(value.length),
      value,
      Buffer.alloc((4 - (value.length % 4)) % 4),
    ]),
  ])

/** BER: a tag, a length, what it holds. */
export const der = (tag: number, ...content: Buffer[]): Buffer => {
  const all = Buffer.concat(content)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(all.length)
  return Buffer.concat([Buffer.of(tag, 0x84), length, all])
}
/** The same where nobody knew the length when it began. */
export const streamed = (tag: number, ...content: Buffer[]): Buffer =>
  Buffer.concat([Buffer.of(tag, 0x80), ...content, Buffer.of(0, 0)])

const pkcs7 = (kind: number) =>
  Buffer.concat([Buffer.of(0x06, 9), Buffer.from('2a864886f70d0107', 'hex'), Buffer.of(kind)])
const VERSION = Buffer.of(0x02, 1, 1)
const NO_ALGORITHMS = Buffer.of(0x31, 0)

/** Signed data with a mail inside, whole or in pieces; its signature is of no matter. */
export function signed(mail: Buffer, how: 'whole' | 'streamed' = 'whole'): Buffer {
  const wrap = how === 'whole' ? der : streamed
  const half = mail.length >> 1
  const octets =
    how === 'whole'
      ? der(0x04, mail)
      : streamed(0x24, der(0x04, mail.subarray(0, half)), der(0x04, mail.subarray(half)))
  const content = wrap(0x30, pkcs7(1), wrap(0xa0, octets))
  return wrap(0x30, pkcs7(2), wrap(0xa0, wrap(0x30, VERSION, NO_ALGORITHMS, content, NO_ALGORITHMS)))
}
export const enveloped = (): Buffer => der(0x30, pkcs7(3), der(0xa0, der(0x30, VERSION, NO_ALGORITHMS)))
