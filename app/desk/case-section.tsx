import type { ReactNode } from 'react'

/** A part of the case page under its heading; `id` is what the phone's list of parts leads to. */
export function CaseSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mb-8">
      <h2 id={`${id}-title`} className="mb-3 border-b border-line pb-1 text-base">
        {title}
      </h2>
      {children}
    </section>
  )
}

/** Named words, one under the other: quieter than a table, for texts of any length. */
export function Words({ items }: { items: readonly { term: string; is: ReactNode }[] }) {
  return (
    <dl className="space-y-2 text-sm">
      {items.map(
        ({ term, is }) =>
          is && (
            <div key={term}>
              <dt className="text-muted">{term}</dt>
              <dd className="whitespace-pre-line">{is}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** One paper of the case: what it is, who wrote it when, the words. */
export function Sheet({ title, by, children }: { title: ReactNode; by?: ReactNode; children: ReactNode }) {
  return (
    <article className="mb-4 rounded-md border border-line bg-sheet px-4 py-3">
      <header className="mb-1 flex flex-wrap justify-between gap-x-4">
        <h3 className="text-base">{title}</h3>
        {by && <p className="text-sm text-muted tabular-nums">{by}</p>}
      </header>
      {children}
    </article>
  )
}
