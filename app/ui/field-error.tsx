import type { ReactNode } from 'react'

/** What is wrong with one field, and what to do: said by a mark and by weight, never by red. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="mb-1 flex items-baseline gap-2 text-sm font-semibold">
      <span
        aria-hidden="true"
        className="inline-block size-4 shrink-0 rounded-full bg-ink text-center text-xs leading-4 text-paper"
      >
        !
      </span>
      {children}
    </p>
  )
}
