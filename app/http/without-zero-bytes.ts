import { Transform } from 'node:stream'

/**
 * Takes zero bytes out of a page that is being drawn. React 18 hands on its buffer of 2 048 bytes whole where the next letter
 * of several bytes does not fit: the one or two bytes left are zero, and a browser shows them as � in a text field. No page
 * holds a zero byte of its own.
 */
export const withoutZeroBytes = (): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? Buffer.from(chunk.filter((byte) => byte !== 0)) : chunk)
    },
  })
