import { identifyingNumbers } from './identifying-numbers.ts'
import { identifyingWords } from './identifying-words.ts'
import { MASK } from './mask-receipts.ts'
import { quotesIn, type ReporterWords } from './quoted-words.ts'

/** What in a text that leaves the office could lead to its reporter. */
export const FINDING_KINDS = [
  'receipt',
  'idCard',
  'bankCard',
  'phone',
  'email',
  'account',
  'employeeNumber',
  'plate',
  'address',
  'quote',
  'person',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]
/** One place of a text, in UTF-16 units. `mayKeep`: false of a receipt code, for who has it opens the thread. */
export type Finding = { start: number; end: number; kind: FindingKind; text: string; mayKeep: boolean }

/**
 * Every place in a text that somebody must settle before it leaves the office, in its order, none over another. A
 * receipt code was masked before; its mask has no place in a text that goes out either.
 */
export function findingsIn(text: string, words: ReporterWords, known: readonly string[] = []): Finding[] {
  const all = [
    ...masksIn(text),
    ...identifyingNumbers(text),
    ...identifyingWords(text),
    ...quotesIn(text, words, known).map((quote) => ({ ...quote, kind: 'quote' as const })),
  ].sort((one, other) => FINDING_KINDS.indexOf(one.kind) - FINDING_KINDS.indexOf(other.kind))
  const taken = new Uint8Array(text.length)
  const found: Finding[] = []
  for (const { start, end, kind } of all) {
    // what is found already inside a longer one stands in it twice, and is settled twice
    if (taken.subarray(start, end).every(Boolean)) continue
    taken.fill(1, start, end)
    found.push({ start, end, kind, text: text.slice(start, end), mayKeep: kind !== 'receipt' })
  }
  return found.sort((one, other) => one.start - other.start || one.end - other.end)
}

function masksIn(text: string): { start: number; end: number; kind: 'receipt' }[] {
  return [...text.matchAll(new RegExp(MASK, 'g'))].map(({ index }) => ({
    start: index,
    end: index + MASK.length,
    kind: 'receipt',
  }))
}
