import { useTranslation } from 'react-i18next'
import { daysFrom, formatDay } from './day-words.ts'
import { useIsProvisional } from './unannounced.tsx'

type DueDateProps = {
  /** `YYYY-MM-DD`; the last day counts whole */
  day: string
  /** the town's today, `YYYY-MM-DD` */
  today: string
  /** how far away, in words; counted in calendar days where it is not given */
  word?: string
  /** days from which it draws near: amber and a half-filled mark */
  near?: number
}

type Standing = 'far' | 'near' | 'late'
const LOOKS: Record<Standing, string> = {
  far: 'text-muted',
  near: 'rounded-sm bg-amber-wash px-1.5 text-amber font-medium',
  late: 'rounded-sm bg-red-wash px-1.5 text-red font-medium',
}
/** A ring, a triangle, a square: the shape says what the colour says. */
const SHAPES: Record<Standing, string> = {
  far: 'M6 1.5a4.5 4.5 0 1 0 .01 0z',
  near: 'M6 1 11.5 11H.5z',
  late: 'M1 1h10v10H1z',
}

/** A date something is due: the day in full, then how far away it is by word, shape and colour. */
export function DueDate({ day, today, word, near = 1 }: DueDateProps) {
  const { t, i18n } = useTranslation('site')
  const provisional = useIsProvisional(day)
  const days = daysFrom(today, day)
  const standing: Standing = days < 0 ? 'late' : days <= near ? 'near' : 'far'
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 tabular-nums">
      <time dateTime={day} className="whitespace-nowrap">
        {formatDay(day, i18n.language)}
      </time>
      <span className={`inline-flex items-baseline gap-1 text-sm whitespace-nowrap ${LOOKS[standing]}`}>
        <svg viewBox="0 0 12 12" width="10" height="10" className="size-2.5" aria-hidden="true">
          <path d={SHAPES[standing]} fill={standing === 'far' ? 'none' : 'currentColor'} stroke="currentColor" />
        </svg>
        {word ?? <HowFar days={days} />}
      </span>
      {provisional && <span className="text-sm text-muted">{t('due.provisional')}</span>}
    </span>
  )
}

function HowFar({ days }: { days: number }) {
  const { t } = useTranslation('site')
  if (days === 0) return t('due.today')
  if (days === 1) return t('due.tomorrow')
  if (days === -1) return t('due.lateByOne')
  return days > 0 ? t('due.left', { days }) : t('due.late', { days: -days })
}
