import { useTranslation } from 'react-i18next'
import { formatClock } from '#app/ui/day-words.ts'
import type { OtherHere } from '#workflows/presence/open-pages.ts'
import { useOthersHere } from './use-others-here.ts'

/** Who else has the case open, said quietly and without moving anything: before two people write the same brief. */
export function OthersHere({ at, loaded }: { at: string; loaded: readonly OtherHere[] }) {
  const { t } = useTranslation('together')
  const others = useOthersHere(at, loaded)
  if (others.length === 0) return null
  return (
    <span className="text-muted print:hidden">
      {others.map(({ id, name, since }) => (
        <span key={id} className="mr-3 whitespace-nowrap">
          {t('here.one', { name, time: formatClock(new Date(since)) })}
        </span>
      ))}
    </span>
  )
}
