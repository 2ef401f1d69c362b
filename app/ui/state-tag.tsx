import type { ReactNode } from 'react'

type StateTagProps = {
  children: ReactNode
  /** waits for someone (ring) · under way (half) · over (full) */
  phase?: 'waits' | 'moves' | 'over'
}

/** Where a case stands, in the words of the reader; the small mark before it is decoration, the word says it all. */
export function StateTag({ children, phase = 'moves' }: StateTagProps) {
  return (
    <span className="inline-flex items-baseline gap-1.5 text-qing">
      <svg viewBox="0 0 12 12" width="10" height="10" className="size-2.5 shrink-0" aria-hidden="true">
        <circle
          cx="6"
          cy="6"
          r="5"
          fill={phase === 'over' ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.5"
        />
        {phase === 'moves' && <path d="M6 1a5 5 0 0 1 0 10z" fill="currentColor" />}
      </svg>
      <span className="font-medium">{children}</span>
    </span>
  )
}
