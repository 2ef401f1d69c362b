import { createHash, randomBytes } from 'node:crypto'
import type { Day } from '#workflows/clock.ts'

/** `2027Q1`: by the quarter in which they are closed, cases are drawn for a look-back. */
export type Quarter = string
export const isQuarter = (text: string): boolean => /^(19|20|21)\d\dQ[1-4]$/.test(text)
export const quarterOf = (day: Day): Quarter => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
export const firstDayOf = (quarter: Quarter): Day =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.slice(5)) * 3 - 2).padStart(2, '0')}-01`
export const nextQuarter = (quarter: Quarter): Quarter => {
  const [year, part] = [Number(quarter.slice(0, 4)), Number(quarter.slice(5))]
  return part === 4 ? `${year + 1}Q1` : `${year}Q${part + 1}`
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
/** 32 random bytes, in hex. */
export const newSeed = (): string => randomBytes(32).toString('hex')
/** What is published before the quarter begins: whoever changes the seed afterwards is found out. */
export const commitmentTo = (seed: string): string => digest(seed)

/**
 * A case's lot: it stands in the published list in the case's place and tells nothing of it. From the hash of the
 * first step of its journal, so that nobody can draw another for a case that is there already.
 */
export const lotOf = (firstHash: Buffer): string => digest(`look-back:${firstHash.toString('hex')}`).slice(0, 32)
/** A lot in whose place there is no case: so that the length of the list does not tell how many were closed. */
export const emptyLot = (): string => randomBytes(16).toString('hex')

/**
 * Whether a lot is drawn, as anyone can reckon: the first eight hex digits of SHA-256 over `seed:lot`, as a number, are
 * below so many hundredths of 2^32.
 */
export const isDrawn = (seed: string, lot: string, share: number): boolean =>
  Number.parseInt(digest(`${seed}:${lot}`).slice(0, 8), 16) * 100 < share * 2 ** 32
