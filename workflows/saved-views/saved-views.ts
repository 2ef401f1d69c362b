import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { listSavedViews } from '#db/read/saved-views.ts'
import { type Database, inTransaction, type Transaction } from '#db/transaction.ts'
import { changeSavedView, deleteSavedView, insertSavedView, lockViewsOf } from '#db/write/saved-views.ts'
import type { House } from '#workflows/house.ts'
import { openText, sealText, staffKey } from '#workflows/protection/cipher.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import type { Staff } from '#workflows/roles/roles.ts'

export const MOST_VIEWS = 12
export const LONGEST_TITLE = 30
const LONGEST_ADDRESS = 600
/** The lists of the desk: a queue, or a search. */
const ADDRESS = /^\/desk(\/search)?(\?[^#\s]*)?$/

/** A list as one officer likes it: what they call it, and its address. */
export type SavedView = { id: string; title: string; address: string }
export type ViewProblem = 'missing' | 'tooLong' | 'taken' | 'tooMany' | 'gone' | 'wrong'

const stored = z.strictObject({ title: z.string(), address: z.string() })
const place = (row: string) => ({ table: 'saved_view', column: 'view', row })

/** The officer's own views in their order; nobody else's can be asked for. */
export async function listViews({ db, keys }: { db: Database; keys: Keys }, by: Staff): Promise<SavedView[]> {
  const rows = await listSavedViews(db, by.id)
  return rows.map(({ id, view }) => ({ id, ...stored.parse(JSON.parse(openText(staffKey(keys), place(id), view))) }))
}

/** Keeps an address under a name, after the others. The same name and address again is done already. */
export const saveView = (house: House, by: Staff, { title: typed, address }: Omit<SavedView, 'id'>) =>
  changing(house, by, async (tx, views) => {
    const title = titleOf(typed)
    if (typeof title !== 'string') return title.problem
    if (address.length > LONGEST_ADDRESS || !ADDRESS.test(address)) return 'wrong'
    const namesake = views.find((view) => view.title === title)
    if (namesake) return namesake.address === address ? null : 'taken'
    if (views.length >= MOST_VIEWS) return 'tooMany'
    const id = randomUUID()
    const position = views.length
    await insertSavedView(tx, { id, staff_id: by.id, position, view: sealed(house, id, { title, address }) })
    return null
  })

export const renameView = (house: House, by: Staff, id: string, typed: string) =>
  changing(house, by, async (tx, views) => {
    const view = views.find((each) => each.id === id)
    if (!view) return 'gone'
    const title = titleOf(typed)
    if (typeof title !== 'string') return title.problem
    if (views.some((each) => each.id !== id && each.title === title)) return 'taken'
    const change = { view: sealed(house, id, { title, address: view.address }) }
    await changeSavedView(tx, { id, staffId: by.id }, change)
    return null
  })

/** One place up or down; the first stays first, the last last. */
export const moveView = (house: House, by: Staff, id: string, way: 'up' | 'down') =>
  changing(house, by, async (tx, views) => {
    const at = views.findIndex((view) => view.id === id)
    if (at < 0) return 'gone'
    const to = Math.min(Math.max(at + (way === 'up' ? -1 : 1), 0), views.length - 1)
    const others = views.filter((view) => view.id !== id).map((view) => view.id)
    const order = others.toSpliced(to, 0, id)
    for (const [position, each] of order.entries())
      await changeSavedView(tx, { id: each, staffId: by.id }, { position })
    return null
  })

export const deleteView = (house: House, by: Staff, id: string) =>
  changing(house, by, async (tx, views) => {
    if (!views.some((view) => view.id === id)) return 'gone'
    await deleteSavedView(tx, { id, staffId: by.id })
    const rest = views.filter((view) => view.id !== id)
    for (const [position, each] of rest.entries())
      await changeSavedView(tx, { id: each.id, staffId: by.id }, { position })
    return null
  })

/** Runs a change over the officer's views as they stand, one change at a time. Answers what stood in its way, or null. */
const changing = (
  house: House,
  by: Staff,
  change: (tx: Transaction, views: SavedView[]) => Promise<ViewProblem | null>,
): Promise<ViewProblem | null> =>
  inTransaction(house.db, async (tx) => {
    await lockViewsOf(tx, by.id)
    return change(tx, await listViews({ db: tx, keys: house.keys }, by))
  })

function titleOf(typed: string): string | { problem: ViewProblem } {
  const title = normalText(typed).replace(/\s+/g, ' ').trim()
  if (title === '') return { problem: 'missing' }
  return [...title].length > LONGEST_TITLE ? { problem: 'tooLong' } : title
}

const sealed = ({ keys }: House, id: string, view: Omit<SavedView, 'id'>) =>
  sealText(staffKey(keys), place(id), JSON.stringify(view))
