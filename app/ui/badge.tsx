import type { ReactNode } from 'react'

/** A word or two about a thing, in a frame: 主办, 紧急, 合并 3 件. `strong` fills it. */
export function Badge({ children, strong }: { children: ReactNode; strong?: boolean }) {
  const look = strong ? 'border-ink bg-ink text-paper' : 'border-line bg-wash text-muted'
  return (
    <span className={`inline-block rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap ${look}`}>
      {children}
    </span>
  )
}
