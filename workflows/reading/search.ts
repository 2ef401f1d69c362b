import {
  type Candidate,
  findByNumber,
  type SearchEnd,
  type SearchFilter,
  type SearchReach,
} from '#db/read/search-candidates.ts'
import { listUnits, type UnitRow } from '#db/read/units.ts'
import { shutsOut } from '#workflows/assignment/answers.ts'
import type { House } from '#workflows/house.ts'
import { fold } from '#workflows/protection/blind-index.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { candidatesFor } from './candidates.ts'
import { numberWords, readCaseTexts } from './case-texts.ts'
import { recordLooks } from './known.ts'
import { openTo } from './need-to-know.ts'
import { type Passage, passagesOf } from './passage.ts'
import { officeUnits, readsReportOf, readsReports } from './readers.ts'
import { readEach } from './read-each.ts'
import { type SearchWords, searchWords } from './search-words.ts'
import { wordIndex } from './word-index/held-index.ts'

/** What is looked for: words as they were typed, and filters that were understood. */
export type Sought = { typed: string; filter: SearchFilter; after: SearchEnd | null }

/** Hits a page. */
const PAGE = 20
/** So many cases are read for a page, and no more: then the searcher goes on, or narrows it. */
const MOST_READ = 200

/**
 * One page of what an officer finds, newest first. Every hit was confirmed in words that this officer may read, and shows
 * them where no reason is asked for that: each hit by words is a look on record. `next`: from where to go on, null at the end. `loading`: this process
 * has just begun, and still reads the index.
 */
export async function readSearch(house: House, by: Staff, { typed, filter, after }: Sought) {
  const words = searchWords(house.keys, typed)
  // nothing to search by: every case of the town would have to be read
  if (words.tokens.length === 0 && Object.keys(filter).length === 0)
    return { found: 'nothing' as const, why: words.folded.length > 0 ? ('tooShort' as const) : ('begin' as const) }
  const index = await wordIndex(house)
  if (!index) return { found: 'nothing' as const, why: 'loading' as const }
  const units = await listUnits(house.db)
  const away = shutsOut(units, by)
  const named =
    words.number && after === null ? await findByNumber(house.db, words.number, { away, filter }) : undefined
  const hits: Hit[] = named ? [hit(named, [])] : []
  const most = words.folded.length > 0 ? MOST_READ : PAGE
  const asked = { away, reach: reachOf(by, units), tokens: words.tokens, filter, after, most: most + 1 }
  let last: Candidate | null = null
  let read = 0
  let more = false
  let unreadable = 0
  for await (const candidates of candidatesFor(house.db, index, asked)) {
    const passagesIn = await readPassages(house, by, units, words, candidates)
    for (const candidate of candidates) {
      more = hits.length >= PAGE || read === most
      if (more) break
      const passages = candidate.number === words.number ? null : passagesIn(candidate)
      if (passages === 'unreadable') unreadable += 1
      else if (passages) hits.push(hit(candidate, passages))
      last = candidate
      read += 1
    }
    if (more) break
  }
  const told = hits.filter(({ passages }) => passages.length > 0).map(({ id }) => id)
  // that words stand in a case tells something of it, also where they are not shown
  if (told.length > 0) await recordLooks(house, by, told, 'search')
  const isOpen = await openTo(house, house.db, by, told)
  return {
    found: 'cases' as const,
    hits: hits.map((each) => (each.passages.length === 0 || isOpen(each.id) ? each : closed(each))),
    next: more && last ? { receivedOn: last.received_on, id: last.id } : null,
    /** as many were read as are read for a page, and more are yet to be */
    paused: more && hits.length < PAGE,
    read,
    /** of these a text does not open: whether they hold the words is not known */
    unreadable,
  }
}
export type Hit = ReturnType<typeof hit>

/** Whose words the searcher reads decides among whose they search. */
function reachOf(by: Staff, units: readonly UnitRow[]): SearchReach {
  const reads = readsReports(by)
  if (reads === 'all') return 'all'
  return reads === 'none' ? 'office' : { accusing: officeUnits(units) }
}

/** The sentences in which a candidate holds all the words, in what this officer reads of it; null where it does not. */
async function readPassages(
  { db, keys }: House,
  by: Staff,
  units: readonly UnitRow[],
  { folded }: SearchWords,
  candidates: readonly Candidate[],
): Promise<(candidate: Candidate) => Passage[] | 'unreadable' | null> {
  if (folded.length === 0) return () => []
  const textsOf = await readEach(
    candidates.map(({ id }) => id),
    (ids) => readCaseTexts(db, keys, ids),
  )
  return (candidate) => {
    const said = textsOf(candidate.id)
    if (said === 'unreadable') return said
    const readsAll = readsReportOf(by, units, candidate)
    const texts = said.filter(({ withReporter }) => readsAll || !withReporter)
    return passagesOf(texts, fold(numberWords(candidate.number)), folded)
  }
}

const hit = (row: Candidate, passages: Passage[]) => ({
  id: row.id,
  number: row.number,
  life: row.life,
  kind: row.kind === null ? null : { code: row.kind, zh: row.name_zh ?? '', en: row.name_en ?? '' },
  place: row.place,
  receivedOn: row.received_on,
  reprisal: row.reprisal,
  urgent: row.urgent,
  passages,
  /** found by its words, which open by a reason alone */
  isClosed: false,
})

const closed = (found: Hit): Hit => ({ ...found, passages: [], isClosed: true })
