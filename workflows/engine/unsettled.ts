import { listMessagesOf, listRatingsOf, listReportsOf } from '#db/read/case-said.ts'
import { listWrappedKeys } from '#db/read/data-keys.ts'
import { listCasesBehind } from '#db/read/reporter-words.ts'
import type { Transaction } from '#db/transaction.ts'
import { folded, wordsOf } from '#workflows/folded.ts'
import type { House } from '#workflows/house.ts'
import { openText, unwrapDataKey } from '#workflows/protection/cipher.ts'
import { findingsIn } from '#workflows/protection/outgoing-text.ts'
import { type ReporterWords, reporterWords } from '#workflows/protection/quoted-words.ts'
import type { Unsettled } from './refusal.ts'

/** What an officer answers for: these words, in this field, lead to nobody. */
type Settled = readonly { field: string; text: string }[]
type Outgoing = {
  /** each by its path in the act */
  texts: readonly (readonly [field: string, text: string])[]
  settled: Settled | undefined
  /** the cases the texts are about */
  cases: readonly string[]
  /** names that anybody would write so */
  names: readonly string[]
}

/**
 * The places in texts about to leave the office that nobody has settled: what identifies, and what repeats a reporter's
 * words. Every act comes by here, whatever page or command it comes from; what was settled stands in the act and with it,
 * and by whom, in the journal. A place is known again by its words: changed words are another place.
 */
export async function unsettledIn(
  { keys }: Pick<House, 'keys'>,
  tx: Transaction,
  { texts, settled = [], cases, names }: Outgoing,
): Promise<Unsettled[]> {
  if (texts.length === 0) return []
  const words = await wordsOfReporters(keys, tx, cases)
  return texts.flatMap(([field, text]) => {
    const found = findingsIn(text, words, names)
    const isOpen = found.some(
      ({ mayKeep, text: place }) => !mayKeep || !settled.some((kept) => kept.field === field && kept.text === place),
    )
    return isOpen ? [{ field, text, found }] : []
  })
}

/** All that the reporters of these cases ever said: reports with what came with them, supplements, answers, ratings. */
async function wordsOfReporters(
  keys: House['keys'],
  tx: Transaction,
  cases: readonly string[],
): Promise<ReporterWords> {
  const behind = await listCasesBehind(tx, cases)
  if (behind.length === 0) return reporterWords([])
  const wrapped = await listWrappedKeys(tx, behind)
  // the words of an erased case are nowhere any more
  const keyOf = new Map(wrapped.map(({ id, wrapped: key }) => [id, unwrapDataKey(keys, id, key)]))
  const said: string[] = []
  const open = (id: string, table: string, column: string, row: string, sealed: Buffer | null) => {
    const key = keyOf.get(id)
    return key && sealed ? openText(key, { table, column, row }, sealed) : ''
  }
  for (const report of await listReportsOf(tx, behind)) {
    for (const column of ['body', 'place', 'unit', 'happened'] as const)
      said.push(open(report.case_id, 'report', column, report.id, report[column]))
    const rest = open(report.case_id, 'report', 'folded', report.id, report.folded)
    if (rest) said.push(wordsOf(folded.parse(JSON.parse(rest))))
  }
  for (const { id, case_id, said_by, body } of await listMessagesOf(tx, behind))
    if (said_by === 'reporter') said.push(open(case_id, 'message', 'body', id, body))
  for (const { id, case_id, body } of await listRatingsOf(tx, behind))
    said.push(open(case_id, 'rating', 'body', id, body))
  return reporterWords(said)
}
