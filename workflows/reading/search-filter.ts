import type { SearchEnd, SearchFilter } from '#db/read/search-candidates.ts'
import type { KindRow, UnitRow } from '#db/read/units.ts'
import { addDays, type Day } from '#workflows/clock.ts'
import { PHASE_NAMES, PHASES } from './desk-phases.ts'

/** Longer than any name of a thing: whole paragraphs are not searched for. In UTF-16 units, as an input counts. */
export const MOST_LETTERS = 100

/** What an address of the search may say besides the words, in the order in which it is asked. */
export const SEARCH_FILTERS = ['state', 'kind', 'place', 'unit', 'from', 'to', 'due'] as const
export type FilterName = (typeof SEARCH_FILTERS)[number]

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

type Known = { kinds: readonly KindRow[]; units: readonly UnitRow[] }
type Read<Value> = Value | undefined

/**
 * What the address of a search asks for. Names what it could not make sense of, so that nobody takes a wider answer for
 * the one they asked for, and what is written more than once; `filter` is without both, and `taken` are the filters that count, as they were written.
 */
export function readFilters(address: Iterable<readonly [name: string, value: string]>, known: Known) {
  const parts = [...address]
  const written = new Map(parts)
  const twice = [...written.keys()].filter((name) => parts.filter(([each]) => each === name).length > 1)
  const said = (name: string) => (twice.includes(name) ? undefined : written.get(name)?.trim() || undefined)
  const kind = known.kinds.find(({ code }) => code === said('kind'))?.code
  const phase = PHASE_NAMES.find((name) => name === said('state'))
  const place = known.units.find(({ code }) => code === said('place'))
  const unit = known.units.find(({ code }) => code === said('unit'))
  const from = dayIn(said('from'))
  const until = dayIn(said('to'))
  const to = from && until && until < from ? undefined : until
  const dueBy = dayIn(said('due'))
  const values: Record<FilterName, Read<string>> = {
    state: phase,
    kind,
    place: place?.code,
    unit: unit?.code,
    from,
    to,
    due: dueBy,
  }
  const filter: SearchFilter = {
    ...(kind && { kind }),
    ...(phase && { lives: PHASES[phase] }),
    ...(place && { places: within(known.units, place.id) }),
    ...(unit && { unit: unit.id }),
    ...(from && { from }),
    ...(to && { to }),
    ...(dueBy && { dueBy }),
  }
  const after = endIn(said('after'))
  const words = said('q') ?? ''
  const tooLong = words.length > MOST_LETTERS
  const names: readonly string[] = [...SEARCH_FILTERS, 'q', 'after']
  const misread = [
    ...(tooLong ? ['q'] : []),
    ...SEARCH_FILTERS.filter((name) => said(name) !== undefined && values[name] === undefined),
    ...(said('after') !== undefined && after === null ? ['after'] : []),
    ...[...written.keys()].filter((name) => !names.includes(name)),
  ]
  const taken = SEARCH_FILTERS.flatMap((name) => {
    const value = values[name]
    return value === undefined ? [] : [{ name, value }]
  })
  return { typed: tooLong ? '' : words, filter, taken, after, misread, twice }
}

/** A day that exists. */
function dayIn(text: string | undefined): Day | undefined {
  const exists = text !== undefined && DAY.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text
  return exists ? text : undefined
}

function endIn(text: string | undefined): SearchEnd | null {
  const [day, id = ''] = (text ?? '').split(',')
  const receivedOn = dayIn(day)
  return receivedOn && UUID.test(id) ? { receivedOn, id } : null
}

/** A place and everything in it. */
function within(units: readonly UnitRow[], place: string): string[] {
  const inside = units.filter(({ territory_parent }) => territory_parent === place)
  return [place, ...inside.flatMap(({ id }) => within(units, id))]
}
