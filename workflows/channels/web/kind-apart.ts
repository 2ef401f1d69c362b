import { parse } from '#workflows/parsers/parsers.ts'

/** These are told by their first bytes, and the others only by reading on: ZIP, PNG and the old Office container are lists of pieces. */
const LISTS = ['504b0304', '89504e47', 'd0cf11e0']
const BEGINNING = 64 * 1024

/** What kind of file this is, by its bytes and its name; null: none that is taken in. `busy`: too many wait already. */
export async function kindApart({ bytes, name }: { bytes: Buffer; name: string }): Promise<string | null | 'busy'> {
  const isList = LISTS.includes(bytes.toString('hex', 0, 4))
  const parsed = await parse('kind', { bytes: isList ? bytes : bytes.subarray(0, BEGINNING), name })
  if ('read' in parsed) return parsed.read
  return parsed.stopped === 'busy' ? 'busy' : null
}
