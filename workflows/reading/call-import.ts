import {
  countImportRows,
  findHotlineImport,
  type HotlineImportRow,
  listHotlineImports,
  listImportRows,
} from '#db/read/hotline.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { rowPlace, type StoredCall, storedCall } from '#workflows/imports/stored-call.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { cellsOf } from './cells.ts'

const MOST_IMPORTS = 20
const ROWS_A_PAGE = 100
const OPENING = 160
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

type Outcome = HotlineImportRow['outcome']
type Counts = Record<Outcome, number>

/** An officer's own imports of calls, the newest first, with what became of their rows. */
export async function readImports(house: House, by: Staff) {
  const imports = await listHotlineImports(house.db, by.id, MOST_IMPORTS)
  const counts = await countsOf(
    house,
    imports.map(({ id }) => id),
  )
  return imports.map(({ id, state, calls, made_at }) => ({ id, state, calls, on: dayOf(made_at), counts: counts(id) }))
}

/**
 * One's own import, row by row: what each will become or became, and the beginning of its words as long as it has no
 * outcome. Never an order number, a name or a number. Null where there is no such import, or it is another's.
 */
export async function readImport(
  house: House,
  by: Staff,
  id: string,
  { after, outcome }: { after: number; outcome?: Outcome },
) {
  const found = await ownImport(house, by, id)
  if (!found) return null
  const rows = await listImportRows(house.db, { id, outcome, last: after, most: ROWS_A_PAGE + 1 })
  const shown = rows.slice(0, ROWS_A_PAGE)
  const words = await wordsOf(house, id)
  const seen = shown.map((row) => [row, words(row)] as const)
  return {
    id,
    state: found.state,
    calls: found.calls,
    counts: (await countsOf(house, [id]))(id),
    /** headings of columns that are not kept, as long as words are */
    unkept: [...new Set(seen.flatMap(([, call]) => call?.unkept ?? []))],
    rows: seen.map(([row, call]) => {
      return {
        row: row.position,
        outcome: row.outcome,
        reason: row.reason,
        begins: call ? call.text.slice(0, OPENING) : null,
        isCut: (call?.text.length ?? 0) > OPENING,
        place: call?.place ?? null,
        hasOrder: Boolean(call?.order),
        isOrderDamaged: call?.isDamaged ?? false,
        dropped: call?.dropped ?? [],
      }
    }),
    next: rows.length > ROWS_A_PAGE ? (shown.at(-1)?.position ?? null) : null,
  }
}
export type ImportPage = NonNullable<Awaited<ReturnType<typeof readImport>>>

/** The calls of one's own import that were refused, to be mended and imported anew; null where there is no such import. */
export async function readRefusedCalls(house: House, by: Staff, id: string) {
  if (!(await ownImport(house, by, id))) return null
  const words = await wordsOf(house, id)
  const rows = await listImportRows(house.db, { id, outcome: 'refused', last: 0, most: Number.MAX_SAFE_INTEGER })
  return rows.flatMap((row) => {
    const call = words(row)
    return call ? [{ row: row.position, reason: row.reason ?? '', call }] : []
  })
}

async function ownImport({ db }: House, by: Staff, id: string) {
  const found = UUID.test(id) ? await findHotlineImport(db, id) : undefined
  return found && found.by === by.id && found.state !== 'dropped' ? found : null
}

async function wordsOf({ db, keys }: House, id: string): Promise<(row: HotlineImportRow) => StoredCall | null> {
  const { open } = (await cellsOf(db, keys, [id]))(id)
  return ({ position, sealed }) => {
    const { table, column, row } = rowPlace(id, position)
    const said = sealed ? open(table, column, row, sealed) : ''
    return said === '' ? null : storedCall.parse(JSON.parse(said))
  }
}

async function countsOf({ db }: House, ids: string[]): Promise<(id: string) => Counts> {
  const rows = ids.length > 0 ? await countImportRows(db, ids) : []
  return (id) => {
    const of = (outcome: Outcome) =>
      rows
        .filter((row) => row.import_id === id && row.outcome === outcome)
        .reduce((sum, { count }) => sum + Number(count), 0)
    return { waiting: of('waiting'), report: of('report'), duplicate: of('duplicate'), refused: of('refused') }
  }
}
