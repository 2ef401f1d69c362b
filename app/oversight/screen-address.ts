import { RUNGS } from '#workflows/deadlines/ladder.ts'
import { type ListName, LISTS, type OversightAsked } from '#workflows/reading/oversight-filter.ts'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What an address asks of the screen; what it cannot mean is left out. `wall`: it hangs where nobody touches it. */
export type ScreenAsked = OversightAsked & { byUnit: boolean; wall: boolean }

export function screenAsked(search: URLSearchParams): ScreenAsked {
  const unit = search.get('unit')
  const rung = search.get('rung')
  return {
    unit: unit !== null && UUID.test(unit) ? unit : null,
    rung: RUNGS.find((each) => each === rung) ?? null,
    byUnit: search.get('by') === 'unit',
    wall: search.get('wall') === '1',
  }
}

/** The address of the screen, changed in some of what it asks. */
export function screenAddress(asked: ScreenAsked, change: Partial<ScreenAsked> = {}): string {
  const search = searchOf({ ...asked, ...change })
  return search.size > 0 ? `/oversight?${search}` : '/oversight'
}

export type ListEnd = { due: string; id: string }
export type ListAsked = OversightAsked & { list: ListName; after: ListEnd | null }

/** One list on a page of its own: `?of=late&after=2026-10-12,<id>`. */
export function listAsked(search: URLSearchParams): ListAsked {
  const { unit, rung } = screenAsked(search)
  const [due = '', id = ''] = (search.get('after') ?? '').split(',')
  return {
    unit,
    rung,
    list: LISTS.find((each) => each === search.get('of')) ?? 'late',
    after: DAY.test(due) && UUID.test(id) ? { due, id } : null,
  }
}

export function listAddress({ list, unit, rung, after }: ListAsked): string {
  const search = searchOf({ unit, rung, byUnit: false, wall: false })
  search.set('of', list)
  if (after) search.set('after', `${after.due},${after.id}`)
  return `/oversight/dates?${search}`
}

function searchOf({ unit, rung, byUnit, wall }: ScreenAsked): URLSearchParams {
  const search = new URLSearchParams()
  if (unit) search.set('unit', unit)
  if (rung) search.set('rung', rung)
  if (byUnit) search.set('by', 'unit')
  if (wall) search.set('wall', '1')
  return search
}
