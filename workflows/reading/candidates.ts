import {
  type Candidate,
  listAmong,
  listNewest,
  type SearchAsked,
  type SearchEnd,
  type SearchReach,
} from '#db/read/search-candidates.ts'
import type { Database } from '#db/transaction.ts'
import type { WordIndex } from './word-index/word-index.ts'

/** Read at a time: a page is often full before the next are asked for. */
const AT_ONCE = 25
/** Cases of the index that are asked of the database together: more each time, as a filter lets few of them through. */
const FIRST = 50
const LARGEST = 5000

type Asked = SearchAsked & {
  reach: SearchReach
  /** a case must have all of them; none: every case that the filter lets through */
  tokens: readonly number[]
  after: SearchEnd | null
  most: number
}

/**
 * Cases that may hold what is looked for, newest first, some at a time to the last: the tokens say so, the words are yet
 * to be read. One that the searcher may not know of, or whose words they do not read, is no candidate.
 */
export async function* candidatesFor(
  db: Database,
  index: WordIndex,
  asked: Asked,
): AsyncGenerator<readonly Candidate[]> {
  if (asked.tokens.length === 0) {
    yield* inParts(await listNewest(db, asked))
    return
  }
  const { reach, tokens, after } = asked
  const byOffice = typeof reach === 'object' ? new Set(index.newestWith(tokens, true, after)) : null
  const reads = ({ id, accused, accused_provisional }: Candidate) =>
    typeof reach !== 'object' ||
    byOffice?.has(id) ||
    reach.accusing.some((unit) => accused.includes(unit) || accused_provisional.includes(unit))
  for (const ids of inGroups(index.newestWith(tokens, reach === 'office', after)))
    yield* inParts((await listAmong(db, asked, ids)).filter(reads))
}

function* inGroups(ids: Iterable<string>): Generator<readonly string[]> {
  let size = FIRST
  let group: string[] = []
  for (const id of ids) {
    group.push(id)
    if (group.length < size) continue
    yield group
    group = []
    size = Math.min(size * 4, LARGEST)
  }
  if (group.length > 0) yield group
}

function* inParts(rows: readonly Candidate[]): Generator<readonly Candidate[]> {
  for (let from = 0; from < rows.length; from += AT_ONCE) yield rows.slice(from, from + AT_ONCE)
}
