import type { ReactNode } from 'react'

type CalloutProps = {
  /** something good to know · something to weigh before going on */
  tone?: 'note' | 'warn'
  title?: ReactNode
  children: ReactNode
}

/** A few lines set apart from the text around them, by a bar and a wash: the warning's bar is ink and heavier, never red. */
export function Callout({ tone = 'note', title, children }: CalloutProps) {
  const look = tone === 'warn' ? 'border-l-6 border-ink bg-wash' : 'border-l-3 border-qing bg-qing-wash'
  return (
    <aside className={`mb-6 rounded-r-md px-4 py-3 ${look}`}>
      {title && <p className="font-semibold">{title}</p>}
      <div className="space-y-2">{children}</div>
    </aside>
  )
}
