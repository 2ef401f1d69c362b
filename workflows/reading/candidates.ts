import {
  type Candidate,
  findShare,
  listCandidates,
  type SearchAsked,
  walkCandidates,
} from '#db/read/search-candidates.ts'
import type { Database } from '#db/transaction.ts'

/** Read at a time: a page is often full before the next are asked for. */
const AT_ONCE = 25
/** So many of the newest cases are looked through without the index, where what is looked for is common… */
const WALK = 500
/** …which is when two pages of it can be expected there. */
const ENOUGH = 40
const COMMON = ENOUGH / WALK

/**
 * Cases that may hold what is looked for, newest first, some at a time to the last. What is rare comes out of the index at
 * once; for what is common the index would put thousands in order to show twenty, so the newest are looked through first.
 */
export async function* candidatesFor(db: Database, asked: SearchAsked): AsyncGenerator<readonly Candidate[]> {
  let { after } = asked
  if (asked.tokens.length > 0 && (await findShare(db, asked)) >= COMMON) {
    const { rows, end } = await walkCandidates(db, { ...asked, most: ENOUGH, walk: WALK })
    yield* inParts(rows)
    if (!end) return
    after = end
  }
  for (;;) {
    const rows = await listCandidates(db, { ...asked, after })
    yield* inParts(rows)
    const last = rows.at(-1)
    if (!last || rows.length < asked.most) return
    after = { receivedOn: last.received_on, id: last.id }
  }
}

function* inParts(rows: readonly Candidate[]): Generator<readonly Candidate[]> {
  for (let from = 0; from < rows.length; from += AT_ONCE) yield rows.slice(from, from + AT_ONCE)
}
