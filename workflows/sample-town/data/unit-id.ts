import { createHash } from 'node:crypto'

/** The id of the sample town's unit with that code: the same in every copy of the town, shaped like a uuid v4. */
export function unitId(code: string): string {
  const hex = createHash('sha256').update(`unit ${code}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
