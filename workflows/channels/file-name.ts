import { normalText } from '#workflows/protection/normal-text.ts'
import { FILE_LIMITS } from './report.ts'

/** Between the pieces of a path, also where a browser or a mail program wrote it in percent signs. */
const BETWEEN = /[\\/]|%2f|%5c/i
const ENDING = /\.[\p{L}\p{N}]{1,10}$/u

/**
 * The name of a file as it is kept, whatever brought it: the last piece of its path, for the others name folders, and
 * with them often a person. A name that is too long is cut before its ending. Doing it twice changes nothing.
 */
export function fileName(said: string): string {
  const [name = ''] = normalText(said)
    .split(BETWEEN)
    .map((piece) => piece.replace(/[\t\n]+/g, ' ').trim())
    .filter(Boolean)
    .slice(-1)
  if (name.length <= FILE_LIMITS.nameLength) return name
  const ending = ENDING.exec(name)?.[0] ?? ''
  // not in the middle of a character
  return `${name.slice(0, FILE_LIMITS.nameLength - ending.length).replace(/[\ud800-\udbff]$/, '')}${ending}`
}
