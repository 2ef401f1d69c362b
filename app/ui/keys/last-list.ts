import { useMemo, useSyncExternalStore } from 'react'

/** A ledger that somebody came from: its address, and where its lines lead, in their order. */
export type LastList = { address: string; lines: readonly string[] }
const PLACE = 'last-list'

/** Kept by the tab and no longer than it: addresses of pages, and nothing of what they say. */
export function keepList(): void {
  const { pathname, search } = window.location
  const links = [...document.querySelectorAll<HTMLAnchorElement>('tr[data-row] a')]
  const list: LastList = { address: pathname + search, lines: links.map((link) => new URL(link.href).pathname) }
  sessionStorage.setItem(PLACE, JSON.stringify(list))
}

/** The list this page was opened from, and its neighbours there; nothing where it was opened otherwise, or without scripts. */
export function useLastList(here: string): { address: string; before: string | null; after: string | null } | null {
  const kept = useSyncExternalStore(
    never,
    () => sessionStorage.getItem(PLACE),
    () => null,
  )
  return useMemo(() => {
    const list = kept === null ? null : readList(kept)
    const at = list ? list.lines.indexOf(here) : -1
    return list && at >= 0
      ? { address: list.address, before: list.lines[at - 1] ?? null, after: list.lines[at + 1] ?? null }
      : null
  }, [kept, here])
}

/** Only this tab writes it, and never while a page that reads it is shown. */
const never = () => () => {}

function readList(kept: string): LastList | null {
  const said: unknown = JSON.parse(kept)
  if (typeof said !== 'object' || said === null || !('address' in said) || !('lines' in said)) return null
  const { address, lines } = said
  if (typeof address !== 'string' || !address.startsWith('/') || !Array.isArray(lines)) return null
  return { address, lines: lines.filter((line) => typeof line === 'string') }
}

/** Back on a list, the cursor stands where it left it. Answers whether there was such a line. */
export function standOnLine(leads: string): boolean {
  const link = [...document.querySelectorAll<HTMLAnchorElement>('tr[data-row] a')].find(
    ({ href }) => new URL(href).pathname === leads,
  )
  link?.focus()
  return link !== undefined
}
