import type { ReactNode } from 'react'

export type Definition = { term: ReactNode; is: ReactNode }

/** Facts by name: the name left, the fact right, one under the other on a narrow screen. Facts that are not there are left out. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="mb-6 divide-y divide-line border-y border-line">
      {items.map(
        ({ term, is }, at) =>
          is !== null &&
          is !== undefined && (
            <div key={at} className="py-2 sm:grid sm:grid-cols-[9.5rem_1fr] sm:gap-4">
              <dt className="text-muted">{term}</dt>
              <dd className="min-w-0">{is}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
