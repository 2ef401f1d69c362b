import type { CaseFile } from '#db/read/case-file.ts'
import { listReportsOf } from '#db/read/case-said.ts'
import { type Alike, findLikeness, listAlike } from '#db/read/likeness.ts'
import type { Transaction } from '#db/transaction.ts'
import { DAY, startOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { resemblance } from '#workflows/protection/likeness.ts'
import { cellsOf } from './cells.ts'
import { sharedPhrases } from './shared-phrases.ts'

/** Where a case still is when two reports can turn out to be one matter. */
const MERGEABLE = ['triage.open', 'verifying.working', 'verifying.awaitingReporter']
const ENDED = ['closed', 'lookBack', 'struckOff', 'notAccepted', 'handedUp']
/** Of the cases that share a band, so many are compared; below this part in common they are not alike. */
const COMPARED = 300
const LEAST_ALIKE = 0.3
const PHRASES = 3

type Asked = {
  away: readonly string[]
  /** this officer works with the reporters' own words */
  readsReport: boolean
  most: number
  nameOf: (unit: string) => string
}

/**
 * The cases that may tell of the same matter, most like first, each with why: what both say word for word is opened only
 * for those who read both. `opened` are the cases whose words were: the look goes on their record too.
 */
export async function readSimilar(house: House, tx: Transaction, file: CaseFile, asked: Asked) {
  const own = await findLikeness(tx, file.id)
  if (!own) return { cases: [], more: 0, opened: [] }
  const found = await listAlike(tx, { caseId: file.id, bands: own.bands, away: asked.away, most: COMPARED })
  const alike = mostAlike(found, own.signature).filter(({ likeness }) => likeness >= LEAST_ALIKE)
  const shown = alike.slice(0, asked.most)
  const opened = asked.readsReport ? shown.map(({ row }) => row.id) : []
  const bodies = await bodiesOf(house, tx, asked.readsReport ? [file.id, ...opened] : [])
  const body = bodies.get(file.id) ?? ''
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
        phrases: sharedPhrases(body, bodies.get(row.id) ?? '', PHRASES),
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
function mostAlike(found: readonly Alike[], signature: readonly number[]) {
  const best = new Map<string, { row: Alike; likeness: number }>()
  for (const row of found) {
    const likeness = resemblance(signature, row.signature)
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

async function bodiesOf({ keys }: House, tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length < 2) return new Map()
  const cells = await cellsOf(tx, keys, ids)
  const reports = await listReportsOf(tx, ids)
  return new Map(
    reports.map(({ id, case_id, body }) => [case_id, cells(case_id).open('report', 'body', id, body)] as const),
  )
}
