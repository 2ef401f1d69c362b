const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

export type InboxEnd = { issued: string; id: string }

/** What an address asks for: `?past=1&after=2026-10-12,<id>`. What it cannot mean is left out. */
export function inboxAsked(search: URLSearchParams): { open: boolean; after: InboxEnd | null } {
  const [issued = '', id = ''] = (search.get('after') ?? '').split(',')
  return { open: search.get('past') !== '1', after: UUID.test(id) && DAY.test(issued) ? { issued, id } : null }
}

export function inboxAddress(open: boolean, after: InboxEnd | null = null): string {
  const search = new URLSearchParams(open ? {} : { past: '1' })
  if (after) search.set('after', `${after.issued},${after.id}`)
  return search.size > 0 ? `/handling?${search}` : '/handling'
}
