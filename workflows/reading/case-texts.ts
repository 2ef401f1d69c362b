import { listLetterNumbers, listSealedTexts, type SealedText, type WordTable } from '#db/read/sealed-texts.ts'
import type { Database } from '#db/transaction.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { split } from './case-said.ts'
import { cellsOf } from './cells.ts'

/** What a text is, as officers call it. */
export type TextName =
  | Exclude<WordTable, 'message'>
  | 'reportPlace'
  | 'reportUnit'
  | 'reportHappened'
  | 'supplement'
  | 'fromReporter'
  | 'toReporter'
  | 'letterNumber'
/** One text of a case in words. `withReporter`: said by or to a reporter, and read only by those who work with them. */
export type CaseText = { name: TextName; withReporter: boolean; text: string }

/** What belongs to the thread with a reporter; the rest is what office and units wrote. */
const WITH_REPORTER: readonly WordTable[] = ['report', 'message', 'rating']
const REPORT: Record<string, TextName> = { place: 'reportPlace', unit: 'reportUnit', happened: 'reportHappened' }
/** Texts that begin with a code of the program's own, on so many lines. */
const CODED: Record<string, number> = {
  refusal: 1,
  noReply: 1,
  lookBack: 1,
  proposeRefusal: 1,
  recordLookBack: 1,
  proposeOverride: 2,
}

/**
 * Everything said in some cases that someone may look for, in words and in the order in which a case is read. Of an erased
 * case nothing is left. Both the index and the search read this, so that what is found is what was indexed.
 */
export async function readCaseTexts(
  db: Database,
  keys: Keys,
  caseIds: readonly string[],
): Promise<(caseId: string) => readonly CaseText[]> {
  const cells = await cellsOf(db, keys, caseIds)
  const texts = new Map<string, CaseText[]>()
  const add = (caseId: string, text: CaseText) => {
    if (text.text !== '') texts.set(caseId, [...(texts.get(caseId) ?? []), text])
  }
  for (const row of await listSealedTexts(db, caseIds))
    add(row.case_id, {
      name: nameOf(row),
      withReporter: WITH_REPORTER.includes(row.table),
      text: wordsOf(row.about, cells(row.case_id).open(row.table, row.column, row.row, row.sealed)),
    })
  for (const { case_id, number } of caseIds.length > 0 ? await listLetterNumbers(db, caseIds) : [])
    if (texts.has(case_id)) add(case_id, { name: 'letterNumber', withReporter: false, text: number })
  return (caseId) => texts.get(caseId) ?? []
}

function nameOf({ table, column, about, said_by }: SealedText): TextName {
  if (table === 'report') return REPORT[column] ?? 'report'
  if (table !== 'message') return table
  if (about === 'supplement') return about
  return said_by === 'reporter' ? 'fromReporter' : 'toReporter'
}

const wordsOf = (about: string | null, body: string): string =>
  Array.from({ length: CODED[about ?? ''] ?? 0 }).reduce<string>((text) => split(text, true).text, body)

/** A case's number as it is typed: in parts, or all in one. */
export const numberWords = (number: string): string => `${number} ${number.replaceAll('-', '')}`
