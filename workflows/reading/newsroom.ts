import { findTypicalCase, listNames, listRevisions, listSourceCases, listTypicalCases } from '#db/read/newsroom.ts'
import { listUnits } from '#db/read/units.ts'
import { inTransaction, type Transaction } from '#db/transaction.ts'
import { dayOf } from '#workflows/clock.ts'
import { possibleTypicalCaseActs } from '#workflows/engine/may-typical-case.ts'
import { hindrances } from '#workflows/engine/usable-sources.ts'
import type { House } from '#workflows/house.ts'
import { guardPublication } from '#workflows/protection/guard-publication.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { cellsOf } from './cells.ts'
import { keptFrom, recordReadingOf } from './known.ts'
import { glance } from './newsroom-cases.ts'
import { readReturned } from './newsroom-returned.ts'
import { readSources } from './newsroom-sources.ts'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
export const SHELVES = {
  work: ['draft', 'inReview', 'approved', 'published.correctionProposed'],
  published: ['published.standing'],
  withdrawn: ['withdrawn'],
} as const
export type Shelf = keyof typeof SHELVES
const MOST_SHOWN = 200
/** What an approver who wrote no word of it is waited for. */
const WAITS = ['inReview', 'approved', 'published.correctionProposed']

/** The typical cases on one shelf by title, with which of them wait for this officer. */
export async function readNewsroom(house: House, by: Staff, shelf: Shelf) {
  const rows = await listTypicalCases(house.db, await keptFrom(house, by), SHELVES[shelf], MOST_SHOWN)
  const ids = rows.map(({ id }) => id)
  const cells = await cellsOf(house.db, house.keys, ids)
  const entries = rows.map((row) => ({
    id: row.id,
    title: cells(row.id).open('typical_case', 'title', row.id, row.title),
    life: row.life,
    publishedOn: row.published_on,
    mine: row.authors.includes(by.id),
    waitsForMe: by.roles.includes('approver') && WAITS.includes(row.life) && !row.authors.includes(by.id),
  }))
  return entries.sort((a, b) => Number(b.waitsForMe) - Number(a.waitsForMe))
}
export type NewsroomEntry = Awaited<ReturnType<typeof readNewsroom>>[number]

/**
 * A typical case with what it is drawn from: brief, results and reply of its cases, never a report or a thread. Null
 * where there is none, and just so where one of its cases is not this officer's to know of.
 */
export async function readTypicalCase(house: House, by: Staff, id: string) {
  if (!UUID.test(id)) return null
  const away = await keptFrom(house, by)
  const page = await inTransaction(house.db, (tx) => read(house, tx, by, id, away))
  if (page) await recordReadingOf(house, by, id)
  return page
}
export type TypicalCasePage = NonNullable<Awaited<ReturnType<typeof readTypicalCase>>>

async function read(house: House, tx: Transaction, by: Staff, id: string, away: readonly string[]) {
  const row = await findTypicalCase(tx, away, id)
  if (!row) return null
  const today = dayOf(house.clock.town())
  const units = await listUnits(tx)
  const cases = await listSourceCases(tx, id)
  const cells = await cellsOf(tx, house.keys, [id, ...cases.map((each) => each.id)])
  const { open } = cells(id)
  const revisions = (await listRevisions(tx, id)).map((revision) => ({
    id: revision.id,
    version: revision.version,
    by: revision.by_name,
    day: dayOf(revision.at),
    title: open('typical_case_revision', 'title', revision.id, revision.title),
    body: open('typical_case_revision', 'body', revision.id, revision.body),
    remark: revision.remark && open('typical_case_revision', 'remark', revision.id, revision.remark),
  }))
  const title = open('typical_case', 'title', id, row.title)
  const body = open('typical_case', 'body', id, row.body)
  const proposed = row.life === 'published.correctionProposed' ? (revisions[0] ?? null) : null
  const sources = await Promise.all(
    cases.map(async (source) => ({
      ...glance(units, source),
      hindrances: await hindrances(tx, source, today),
      ...(await readSources(tx, cells(source.id), source.id)),
    })),
  )
  return {
    id,
    slug: row.slug,
    life: row.life,
    revision: row.revision,
    title,
    body,
    publishedOn: row.published_on,
    /** the correction that waits for its second person */
    proposed,
    revisions,
    returned: await readReturned(tx, cells(id), id),
    authors: await listNames(tx, row.authors),
    flags: guardPublication(proposed ? `${proposed.title}\n${proposed.body}` : `${title}\n${body}`),
    sources,
    acts: await possibleTypicalCaseActs(house, tx, row, by),
  }
}
