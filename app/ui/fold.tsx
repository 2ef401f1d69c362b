import type { ReactNode } from 'react'
import { KeyCap } from './keys/key-cap.tsx'

type FoldProps = {
  summary: ReactNode
  hint?: ReactNode
  open?: boolean
  /** the letter that opens it, shown beside the summary */
  letter?: string
  children: ReactNode
}

/** What is there for those who want it (可以更好办), folded away without script. */
export function Fold({ summary, hint, open, letter, children }: FoldProps) {
  return (
    <details open={open} data-key={letter} className="mb-6 rounded-md border border-line bg-sheet">
      <summary
        aria-keyshortcuts={letter}
        className="flex min-h-11 list-none items-center gap-3 px-4 py-2 [&::-webkit-details-marker]:hidden"
      >
        <svg
          viewBox="0 0 12 12"
          width="12"
          height="12"
          className="size-3 shrink-0 text-qing [details[open]>summary>&]:rotate-90"
          aria-hidden="true"
        >
          <path d="M3 1l6 5-6 5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
        <span className="grow">
          <span className="font-medium" data-key-name>
            {summary}
          </span>
          {hint && <span className="block text-sm text-muted">{hint}</span>}
        </span>
        {letter && <KeyCap letter={letter} />}
      </summary>
      <div className="border-t border-line px-4 pt-4">{children}</div>
    </details>
  )
}
