import { z } from 'zod'

/** `length` bytes as the key file holds them: base64 in the JSON, a Buffer in memory. */
export const keyBytes = (length: number) =>
  z.codec(
    z.base64(),
    z.instanceof(Buffer).refine((bytes) => bytes.length === length, `expected ${length} bytes`),
    {
      decode: (text) => Buffer.from(text, 'base64'),
      encode: (bytes) => bytes.toString('base64'),
    },
  )
