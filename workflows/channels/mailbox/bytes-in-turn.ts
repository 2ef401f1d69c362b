/** Bytes read one after the other, lowest first. Throws RangeError where there are no more. */
export class BytesInTurn {
  #at = 0
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }
  get left(): number {
    return this.#bytes.length - this.#at
  }
  take(length: number): Buffer {
    if (length < 0 || length > this.left) throw new RangeError('no more bytes')
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }
  uint16 = (): number => this.take(2).readUInt16LE()
  uint32 = (): number => this.take(4).readUInt32LE()
}
