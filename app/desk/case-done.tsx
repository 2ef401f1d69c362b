import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Callout } from '#app/ui/callout.tsx'
import { useLastList } from '#app/ui/keys/last-list.ts'
import { Neighbour } from './case-neighbours.tsx'
import { useCaseWord } from './use-case-word.ts'

/** That an act is done, and the next case of the list one came from. Takes the cursor: the form it was sent from is gone. */
export function CaseDone({ act, at }: { act: string; at: string }) {
  const { t } = useTranslation(['desk', 'keys'])
  const word = useCaseWord()
  const list = useLastList(`/desk/cases/${at}`)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus({ preventScroll: true }), [])
  return (
    <div ref={place} tabIndex={-1} role="status" data-focus>
      <Callout>
        <p className="flex flex-wrap gap-x-4">
          {t('desk:done', { act: word('acts', act) })}
          {list?.after && <Neighbour to={list.after} letter="J" name={t('keys:next')} />}
          {list && !list.after && (
            <Link to={list.address} className="link">
              {t('keys:lastOfList')}
            </Link>
          )}
        </p>
      </Callout>
    </div>
  )
}
