/** Lines of a ledger, as `DataTable` draws them. */
const lines = () => [...document.querySelectorAll<HTMLElement>('tr[data-row]')]
const linkOf = (line: HTMLElement | undefined) => line?.querySelector<HTMLAnchorElement>('a') ?? null
const tickOf = (line: HTMLElement | undefined) => line?.querySelector<HTMLInputElement>('input[type=checkbox]') ?? null

/** j and k go down and up the lines of a ledger, o opens the one they stand on, x ticks it. Answers whether the key was one of these. */
export function walkList(key: string): boolean {
  const all = lines()
  if (all.length === 0) return false
  const at = all.findIndex((line) => line.contains(document.activeElement))
  switch (key) {
    case 'j':
    case 'k': {
      const to = at < 0 ? 0 : Math.min(Math.max(at + (key === 'j' ? 1 : -1), 0), all.length - 1)
      linkOf(all[to])?.focus()
      all[to]?.scrollIntoView({ block: 'nearest' })
      return true
    }
    case 'o':
      linkOf(all[at])?.click()
      return at >= 0
    case 'x':
      tickOf(all[at])?.click()
      return at >= 0
    default:
      return false
  }
}

/** Takes back every tick that the page did not set itself. Answers whether there was one. */
export function untick(): boolean {
  const ticked = lines()
    .flatMap((line) => tickOf(line) ?? [])
    .filter(({ checked, defaultChecked }) => checked && !defaultChecked)
  for (const tick of ticked) tick.click()
  return ticked.length > 0
}
