import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'

export type Tab = { to: string; label: string; count?: number; current?: boolean }

/** Several views of one list, as links: the address says which one is open, and on a phone it is in sight. Counts stop at 999+. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  const bar = useRef<HTMLElement>(null)
  const open = tabs.find(({ current }) => current)?.to
  useEffect(() => {
    const { current: place } = bar
    const tab = place?.querySelector<HTMLElement>('[aria-current]')
    if (place && tab) place.scrollLeft = tab.offsetLeft - (place.clientWidth - tab.offsetWidth) / 2
  }, [open])
  return (
    <nav
      ref={bar}
      aria-label={label}
      className="relative mb-4 border-b border-line max-md:overflow-x-auto print:hidden"
    >
      <ul className="flex gap-x-1 md:flex-wrap">
        {tabs.map(({ to, label: name, count, current }) => (
          <li key={to}>
            <Link
              to={to}
              aria-current={current ? 'page' : undefined}
              className={`-mb-px block border-b-3 px-3 py-1.5 whitespace-nowrap no-underline ${
                current ? 'border-qing font-semibold text-qing' : 'border-transparent text-muted hover:text-ink'
              }`}
            >
              {name}
              {count !== undefined && (
                <span className="ml-1.5 text-sm font-normal tabular-nums">{count > 999 ? '999+' : count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
