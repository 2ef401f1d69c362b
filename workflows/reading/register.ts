import { listSaidActs } from '#db/read/said-acts.ts'
import { listRevisions } from '#db/read/newsroom.ts'
import { findBySlug, listKindsOf, listPublished, listPublishedKinds, type PublishedEnd } from '#db/read/publication.ts'
import type { TypicalCaseRow } from '#db/read/typical-cases.ts'
import type { Database } from '#db/transaction.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { cellsOf } from './cells.ts'
import { correctionsOf } from './corrections.ts'

const PAGE = 20
/** As much of a text as a list shows. */
const BEGINNING = 90
/** The public reads what is in force: nothing proposed, nothing taken back. */
const isPublished = (life: string) => life === 'published.standing' || life === 'published.correctionProposed'

type Asked = { kind: string | null; after: PublishedEnd | null }

/** One page of the published typical cases, the newest first, with the kinds there are. */
export async function readRegister(house: House, { kind, after }: Asked) {
  const found = await listPublished(house.db, { kind, after, most: PAGE + 1 })
  const last = found.length > PAGE ? found[PAGE - 1] : undefined
  const kinds = (await listPublishedKinds(house.db)).map(({ code, name_zh, name_en }) => ({
    code,
    zh: name_zh,
    en: name_en,
  }))
  const next = last?.published_on ? { day: last.published_on, id: last.id } : null
  return { rows: await entries(house, found.slice(0, PAGE)), kinds, next }
}

/** The newest published typical cases, for the first page and the feed. */
export const latestPublished = async (house: House, most: number) =>
  entries(house, await listPublished(house.db, { kind: null, after: null, most }))
export type PublishedEntry = Awaited<ReturnType<typeof latestPublished>>[number]

async function entries({ db, keys }: House, rows: readonly TypicalCaseRow[]) {
  const ids = rows.map(({ id }) => id)
  const cells = await cellsOf(db, keys, ids)
  const kinds = ids.length > 0 ? await listKindsOf(db, ids) : []
  return rows.map((row) => {
    const body = cells(row.id).open('typical_case', 'body', row.id, row.body).replace(/\s+/g, ' ')
    return {
      slug: row.slug ?? '',
      title: cells(row.id).open('typical_case', 'title', row.id, row.title),
      beginning: body.length > BEGINNING ? `${body.slice(0, BEGINNING)}…` : body,
      publishedOn: row.published_on ?? '',
      corrected: row.corrections > 0,
      kinds: kinds
        .filter(({ id }) => id === row.id)
        .map(({ code, name_zh, name_en }) => ({ code, zh: name_zh, en: name_en })),
    }
  })
}

/**
 * What stands at one public address: the text in force with its corrections, or, where it was taken back, the remark
 * alone. Null where nothing was ever published there.
 */
export async function readPublished(house: House, slug: string) {
  const row = /^[\w-]{1,40}$/.test(slug) ? await findBySlug(house.db, slug) : undefined
  if (!row?.published_on) return null
  if (row.life !== 'withdrawn' && !isPublished(row.life)) return null
  const { open } = (await cellsOf(house.db, house.keys, [row.id]))(row.id)
  const revisions = (await listRevisions(house.db, row.id)).reverse()
  const remarks = revisions.flatMap(({ id, remark }) =>
    remark ? [open('typical_case_revision', 'remark', id, remark)] : [],
  )
  if (row.life === 'withdrawn')
    return {
      kind: 'withdrawn' as const,
      withdrawnOn: await dayOfLast(house.db, row.id, 'withdraw'),
      remark: remarks.at(-1) ?? '',
    }
  const acts = await listSaidActs(house.db, row.id, ['correct', 'approveCorrection', 'returnCorrection'])
  return {
    kind: 'published' as const,
    slug,
    title: open('typical_case', 'title', row.id, row.title),
    body: open('typical_case', 'body', row.id, row.body),
    publishedOn: row.published_on,
    kinds: (await listKindsOf(house.db, [row.id])).map(({ code, name_zh, name_en }) => ({
      code,
      zh: name_zh,
      en: name_en,
    })),
    corrections: correctionsOf(acts, remarks),
  }
}
export type Published = NonNullable<Awaited<ReturnType<typeof readPublished>>>

async function dayOfLast(db: Database, id: string, type: string) {
  const last = (await listSaidActs(db, id, [type])).at(-1)
  return last ? dayOf(last.at) : null
}
