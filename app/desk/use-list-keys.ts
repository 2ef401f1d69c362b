import { useEffect } from 'react'

const TYPING = 'input, textarea, select, [contenteditable]'

/** j and k move the focus down and up the links of a ledger; Enter is the link's own. Never while somebody types. */
export function useListKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || (event.key !== 'j' && event.key !== 'k')) return
      if (event.target instanceof Element && event.target.closest(TYPING)) return
      const links = [...document.querySelectorAll<HTMLElement>('tr[data-row] a')]
      const at = links.findIndex((link) => link === document.activeElement)
      const to = event.key === 'j' ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0)
      links[to]?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
