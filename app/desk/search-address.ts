import type { SearchPage } from '#workflows/reading/search-page.ts'

export type Taken = SearchPage['taken']
type Asked = Pick<SearchPage, 'typed' | 'taken'> & { after?: SearchPage['after'] }

/** The address of a search: the words, the filters, and from where on. */
export function searchAddress({ typed, taken, after }: Asked): string {
  const search = new URLSearchParams()
  if (typed) search.set('q', typed)
  for (const { name, value } of taken) search.set(name, value)
  if (after) search.set('after', `${after.receivedOn},${after.id}`)
  return search.size > 0 ? `/desk/search?${search}` : '/desk/search'
}

/** The same address without the fields that a form sends empty; null where none is. */
export function withoutEmpty({ pathname, searchParams }: URL): string | null {
  const said = [...searchParams].filter(([, value]) => value.trim() !== '')
  return said.length < searchParams.size ? `${pathname}?${new URLSearchParams(said)}` : null
}
