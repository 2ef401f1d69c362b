import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLastList } from '#app/ui/keys/last-list.ts'
import { KeyCap } from '#app/ui/keys/key-cap.tsx'

/** The way back to the list one came from, and on to its next and previous case. */
export function CaseNeighbours({ at }: { at: string }) {
  const { t } = useTranslation(['desk', 'keys'])
  const list = useLastList(`/desk/cases/${at}`)
  return (
    <span className="flex flex-wrap gap-x-4 print:hidden">
      <Link to={list?.address ?? '/desk'} data-back className="link">
        {t('desk:case.back')}
      </Link>
      {list?.before && <Neighbour to={list.before} letter="K" name={t('keys:previous')} />}
      {list?.after && <Neighbour to={list.after} letter="J" name={t('keys:next')} />}
    </span>
  )
}

/** The case before or after this one, with its key. */
export function Neighbour({ to, letter, name }: { to: string; letter: 'J' | 'K'; name: string }) {
  return (
    <Link to={to} data-key={letter} data-key-name={name} aria-keyshortcuts={`Shift+${letter}`} className="link">
      {name} <KeyCap letter={letter} />
    </Link>
  )
}
