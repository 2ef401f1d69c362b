import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#app/ui/badge.tsx'
import type { UnitEntry } from '#workflows/reading/units-tree.ts'

/** How far each level stands in: classes, because the page's policy takes no style of its own. */
const INDENTS = ['pl-0', 'pl-4 md:pl-6', 'pl-8 md:pl-12', 'pl-12 md:pl-18', 'pl-16 md:pl-24']

/** One line of the tree: what folds it open, its name, what it is, how many work there. */
export function UnitRow({ entry, inTree }: { entry: UnitEntry; inTree: boolean }) {
  const { t } = useTranslation('units')
  const { id, name, code, kind, level, people, closedOn, below, unfolded, depth, under } = entry
  return (
    <li data-row className={`border-b border-line hover:bg-wash ${INDENTS[Math.min(depth, INDENTS.length - 1)]}`}>
      <div className="flex min-h-9 flex-wrap items-baseline gap-x-3 py-1 text-sm">
        {inTree && <Folder id={id} name={name} below={below} unfolded={unfolded} />}
        <Link to={`/admin/units/${id}`} className="font-medium text-qing no-underline hover:underline">
          {name}
        </Link>
        {closedOn !== null && <Badge strong>{t('closed')}</Badge>}
        {under.length > 0 && <span className="text-muted max-md:basis-full">{under.join(' › ')}</span>}
        <span className="ml-auto flex gap-x-3 text-muted tabular-nums max-md:ml-8">
          <span className="max-md:hidden">{code}</span>
          <span>
            {t(`levels.${level}`)} · {t(`kinds.${kind}`)}
          </span>
          <span className="min-w-10 text-right">{people > 0 && t('people', { count: people })}</span>
        </span>
      </div>
    </li>
  )
}

/** Folds a unit open by its address, so that it works without scripts and can be sent to a colleague. */
function Folder({ id, name, below, unfolded }: { id: string; name: string; below: number; unfolded: boolean }) {
  const { t } = useTranslation('units')
  if (below === 0) return <span className="inline-block w-5" />
  return (
    <Link
      to={`/admin/units?at=${id}`}
      preventScrollReset
      aria-label={t(unfolded ? 'unfolded' : 'unfold', { name, count: below })}
      className="inline-block w-5 shrink-0 text-center text-qing no-underline"
    >
      <svg
        viewBox="0 0 12 12"
        width="12"
        height="12"
        className={`inline size-3 ${unfolded ? 'rotate-90' : ''}`}
        aria-hidden="true"
      >
        <path d="M3 1l6 5-6 5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
    </Link>
  )
}
