import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { commaOf } from '#app/ui/comma.ts'
import type { Outcome } from '#workflows/engine/refusal.ts'
import { useCaseWord } from './use-case-word.ts'

type Came = { id: string; number: string; done: string[]; outcome: Told }
/** An outcome as it reaches the page. */
type Told = {
  kind: Outcome['kind']
  code?: string
  meanwhile?: { type: string; by: string | null; role: string | null }[]
}

/** What came of it, one line a case. Takes the cursor. */
export function SeveralOutcomes({ came, act, left }: { came: readonly Came[]; act: string; left: number }) {
  const { t } = useTranslation('several')
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [came])
  const done = came.filter(({ outcome }) => outcome.kind === 'moved').length
  return (
    <section
      ref={place}
      role="status"
      tabIndex={-1}
      aria-labelledby="outcomes-title"
      className="mb-8 max-w-page border-l-3 border-qing bg-qing-wash px-4 py-3"
    >
      <h2 id="outcomes-title" className="text-base">
        {t('outcomes.title')}
      </h2>
      <p>
        {left > 0 || done < came.length
          ? t('outcomes.some', { done, left: came.length - done })
          : t('outcomes.every', { done })}
      </p>
      <ul className="mt-2 text-sm">
        {came.map((each) => (
          <OutcomeLine key={each.id} {...each} act={act} />
        ))}
      </ul>
    </section>
  )
}

function OutcomeLine({ id, number, done, outcome, act }: Came & { act: string }) {
  const { t, i18n } = useTranslation('several')
  const word = useCaseWord()
  const moved = outcome.kind === 'moved' ? [...new Set([...done, act])] : done
  const [first] = outcome.meanwhile ?? []
  const code = outcome.code === 'conflict-of-interest' ? 'unknown' : outcome.code
  return (
    <li className="flex flex-wrap gap-x-4 border-t border-line py-1">
      <Link to={`/desk/cases/${id}`} className="link tabular-nums">
        {number}
      </Link>
      {moved.length > 0 && (
        <span>{t('outcomes.done', { act: moved.map((type) => word('acts', type)).join(commaOf(i18n.language)) })}</span>
      )}
      {code && (
        <strong className="font-medium">
          {String(
            t(`outcomes.${code}` as 'outcomes.stale', {
              role: first?.role ? word('roles', first.role) : '',
              by: first?.by ?? '',
              act: first ? word('acts', first.type) : '',
            }),
          )}
        </strong>
      )}
    </li>
  )
}
