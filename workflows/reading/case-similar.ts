import type { CaseFile } from '#db/read/case-file.ts'
import { listReportsOf } from '#db/read/case-said.ts'
import { type Alike, listAlike } from '#db/read/alike.ts'
import type { Transaction } from '#db/transaction.ts'
import { DAY, startOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { cellsOf } from './cells.ts'
import { readEach } from './read-each.ts'
import { sharedPhrases } from './shared-phrases.ts'
import type { WordIndex } from './word-index/word-index.ts'

/** Where a case still is when two reports can turn out to be one matter. */
const MERGEABLE = ['triage.open', 'verifying.working', 'verifying.awaitingReporter']
const ENDED = ['closed', 'lookBack', 'struckOff', 'notAccepted', 'handedUp']
/** So many of the likest are asked for; below this part in common they are not alike. */
const COMPARED = 300
const LEAST_ALIKE = 0.3
const PHRASES = 3

type Asked = {
  index: WordIndex
  away: readonly string[]
  /** this officer works with the reporters' own words */
  readsReport: boolean
  /** which of some cases this officer reads without a reason: of the others no words are shown */
  openTo: (ids: readonly string[]) => Promise<(id: string) => boolean>
  most: number
  nameOf: (unit: string) => string
}

/**
 * The cases that may tell of the same matter, most like first, each with why: what both say word for word is opened only
 * for those who read both. `opened` are the cases whose words were: the look goes on their record too.
 */
export async function readSimilar(house: House, tx: Transaction, file: CaseFile, asked: Asked) {
  const likest = asked.index.likest(file.id, LEAST_ALIKE, COMPARED)
  if (!likest) return { cases: [], more: 0, opened: [] }
  const others = likest.map(({ id }) => id)
  const alike = mostAlike(await listAlike(tx, { caseId: file.id, others, away: asked.away }), likest)
  const shown = alike.slice(0, asked.most)
  const isOpen = await asked.openTo(shown.map(({ row }) => row.id))
  const opened = asked.readsReport ? shown.map(({ row }) => row.id).filter(isOpen) : []
  const bodyOf = await bodiesOf(house, tx, asked.readsReport ? [file.id, ...opened] : [])
  return {
    cases: shown.map(({ row, likeness }) => ({
      id: row.id,
      number: row.number,
      life: row.life,
      revision: row.revision,
      kind: row.kind === null ? null : { zh: row.name_zh ?? '', en: row.name_en ?? '' },
      place: row.place,
      receivedOn: row.received_on,
      /** tenths of the words, in which both agree */
      tenths: Math.round(likeness * 10),
      why: {
        kind: row.kind !== null && row.kind === file.kind,
        place: row.place_unit !== null && row.place_unit === file.place_unit,
        accused: sharedUnits(row, file).map(asked.nameOf),
        daysApart: daysBetween(row.received_on, file.received_on),
        phrases: opened.includes(row.id) ? sharedPhrases(bodyOf(file.id), bodyOf(row.id), PHRASES) : [],
      },
      mayFollow: MERGEABLE.includes(row.life) && !row.is_main,
      mayLead: !ENDED.includes(row.life),
    })),
    more: alike.length - shown.length,
    opened,
  }
}
export type Similar = Awaited<ReturnType<typeof readSimilar>>

/** Cases that follow one main case are that one, as like as the likest of them. */
function mostAlike(found: readonly Alike[], likest: readonly { id: string; likeness: number }[]) {
  const known = new Map(likest.map(({ id, likeness }) => [id, likeness]))
  const best = new Map<string, { row: Alike; likeness: number }>()
  for (const row of found) {
    const likeness = known.get(row.like_id) ?? 0
    if (likeness > (best.get(row.id)?.likeness ?? -1)) best.set(row.id, { row, likeness })
  }
  return [...best.values()].sort((a, b) => b.likeness - a.likeness || (a.row.number < b.row.number ? -1 : 1))
}

const daysBetween = (one: string, other: string): number =>
  Math.round(Math.abs(startOf(one).getTime() - startOf(other).getTime()) / DAY)

type Accused = { accused: string[]; accused_provisional: string[] }
const sharedUnits = (one: Accused, other: Accused): string[] => {
  const named = [...other.accused, ...other.accused_provisional]
  return [...new Set([...one.accused, ...one.accused_provisional])].filter((unit) => named.includes(unit))
}

/** What a report that does not open says is not known: it shares no words. */
async function bodiesOf({ keys }: House, tx: Transaction, ids: readonly string[]): Promise<(id: string) => string> {
  if (ids.length < 2) return () => ''
  const bodyOf = await readEach(ids, async (some) => {
    const cells = await cellsOf(tx, keys, some)
    const reports = await listReportsOf(tx, some)
    const bodies = new Map(
      reports.map(({ id, case_id, body }) => [case_id, cells(case_id).open('report', 'body', id, body)] as const),
    )
    return (id) => bodies.get(id) ?? ''
  })
  return (id) => {
    const body = bodyOf(id)
    return body === 'unreadable' ? '' : body
  }
}
