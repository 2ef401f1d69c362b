import type { ReactNode } from 'react'

/** A fold that stands among chips while it is closed, and takes the whole line when opened. */
export function ChipFold({ summary, hint, children }: { summary: string; hint: string; children: ReactNode }) {
  return (
    <details className="group open:w-full open:rounded-md open:border open:border-line open:bg-sheet print:hidden">
      <summary className="inline-flex min-h-9 list-none items-center gap-2 rounded-full border border-dashed border-edge px-3 text-sm text-muted group-open:m-3 hover:border-qing hover:text-qing [&::-webkit-details-marker]:hidden">
        <svg
          viewBox="0 0 12 12"
          width="10"
          height="10"
          className="size-2.5 shrink-0 group-open:rotate-90"
          aria-hidden="true"
        >
          <path d="M3 1l6 5-6 5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
        {summary}
      </summary>
      <div className="px-4 pb-4">
        <p className="mb-3 text-sm text-muted">{hint}</p>
        {children}
      </div>
    </details>
  )
}
