import type { ReactNode } from 'react'

export type Moment = {
  key: string
  title: ReactNode
  by?: ReactNode
  /** when, in words; `instant` is the same for machines */
  at: string
  instant?: string
  body?: ReactNode
}

/** What happened, one after the other, along a line. The order is the caller's. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol className="mb-6 ml-1.5 border-l border-line">
      {moments.map(({ key, title, by, at, instant, body }) => (
        <li key={key} className="relative pb-5 pl-5 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-2 -left-[5px] size-[9px] rounded-full border border-qing bg-paper"
          />
          <p className="text-sm text-muted tabular-nums">
            <time dateTime={instant}>{at}</time>
            {by && <> · {by}</>}
          </p>
          <p className="font-medium">{title}</p>
          {body && <div className="mt-1 max-w-measure whitespace-pre-line">{body}</div>}
        </li>
      ))}
    </ol>
  )
}
