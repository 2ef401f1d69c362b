import type { ReactNode } from 'react'

type PageHeadProps = {
  title: ReactNode
  /** one line that says what this page is for or what happens next */
  lead?: ReactNode
  /** a small line above the title: a case number, the way back */
  above?: ReactNode
  /** buttons and links at the far end of the line */
  children?: ReactNode
}

/** The head of a page: its one h1, what it is for, and what can be done with the whole of it. */
export function PageHead({ title, lead, above, children }: PageHeadProps) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {above && <div className="text-sm text-muted tabular-nums">{above}</div>}
        <h1 className="text-xl">{title}</h1>
        {lead && <p className="mt-1 max-w-measure text-muted">{lead}</p>}
      </div>
      {children && <div className="flex flex-wrap items-center gap-2 print:hidden">{children}</div>}
    </header>
  )
}
