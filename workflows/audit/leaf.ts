import canonicalize from 'canonicalize'
import { leafHash } from '#workflows/protection/merkle.ts'

/**
 * The leaf of a stored row: all its columns, whatever they are, by RFC 8785. A column without a value is left out, so
 * that one added later changes no leaf; it must have no default.
 */
export const leafOf = (log: string, row: object): Buffer =>
  leafHash(canonicalize({ log, row: Object.fromEntries(Object.entries(row).flatMap(plain)) }) ?? '')

function plain([column, value]: [string, unknown]): [string, unknown][] {
  if (value === null || value === undefined) return []
  if (value instanceof Date) return [[column, value.toISOString()]]
  return [[column, Buffer.isBuffer(value) ? value.toString('base64') : value]]
}
