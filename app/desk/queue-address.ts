import { PHASE_NAMES } from '#workflows/reading/desk-phases.ts'
import type { QueueAsked } from '#workflows/reading/desk-queue.ts'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What an address asks for: `?state=triage&mine=1&after=2026-10-12,<id>`. What it cannot mean is left out. */
export function queueAsked(search: URLSearchParams): QueueAsked {
  const named = search.get('state')
  const [due = '', id = ''] = (search.get('after') ?? '').split(',')
  return {
    state: named === 'toSign' ? named : (PHASE_NAMES.find((phase) => phase === named) ?? null),
    mine: search.get('mine') === '1',
    free: search.get('free') === '1',
    late: search.get('late') === '1',
    after: UUID.test(id) && (due === '' || DAY.test(due)) ? { due: due || null, id } : null,
  }
}

export type Narrowing = Pick<QueueAsked, 'mine' | 'free' | 'late'>
export const CHIPS = ['mine', 'free', 'late'] as const

/** The address of a queue, on its first page unless `after` says otherwise. */
export function queueAddress(state: string, narrowing: Narrowing, after: QueueAsked['after'] = null): string {
  const search = new URLSearchParams({ state })
  for (const chip of CHIPS) if (narrowing[chip]) search.set(chip, '1')
  if (after) search.set('after', `${after.due ?? ''},${after.id}`)
  return `/desk?${search}`
}
