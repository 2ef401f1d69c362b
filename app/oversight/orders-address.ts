const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

export type OrdersEnd = { day: string; id: string }
export type OrdersAsked = { open: boolean; after: OrdersEnd | null }

/** What an address asks for: `?settled=1&after=2026-10-12,<id>`. What it cannot mean is left out. */
export function ordersAsked(search: URLSearchParams): OrdersAsked {
  const [day = '', id = ''] = (search.get('after') ?? '').split(',')
  return { open: search.get('settled') !== '1', after: UUID.test(id) && DAY.test(day) ? { day, id } : null }
}

export function ordersAddress(open: boolean, after: OrdersEnd | null = null): string {
  const search = new URLSearchParams(open ? {} : { settled: '1' })
  if (after) search.set('after', `${after.day},${after.id}`)
  return search.size > 0 ? `/oversight/orders?${search}` : '/oversight/orders'
}
