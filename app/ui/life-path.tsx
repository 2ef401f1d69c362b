import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The way every report goes, and the three words that stand beside it, each under the stop it leaves from. */
const STOPS = ['received', 'verifying', 'rectifying', 'replied', 'closed'] as const
const ASIDE = {
  received: ['notAccepted', 'merged'],
  verifying: ['needsInfo'],
  rectifying: [],
  replied: [],
  closed: [],
} as const
type StopName = (typeof STOPS)[number]
export type PathLabel = StopName | (typeof ASIDE)[StopName][number]
export const PATH_LABELS: readonly PathLabel[] = STOPS.flatMap((stop) => [stop, ...ASIDE[stop]])

type LifePathProps = {
  /** where it stands; left out where the path only explains */
  at?: PathLabel
  /** a line under a label: a date, what happens there */
  notes?: Partial<Record<PathLabel, ReactNode>>
  /** stops that were never come by, and are not drawn */
  leftOut?: readonly PathLabel[]
  /** down the page also where there is room across, for a narrow column */
  upright?: boolean
}

/** The eight labels a reporter reads, drawn as a path: down the page on a phone, across it on a desk. */
export function LifePath({ at, notes = {}, leftOut = [], upright = false }: LifePathProps) {
  const { t } = useTranslation('case')
  const holds = (stop: StopName) => stop === at || ASIDE[stop].some((aside) => aside === at)
  const stops = STOPS.filter((stop) => !leftOut.includes(stop))
  const reached = at === undefined ? stops.length : stops.findIndex(holds)
  return (
    <ol aria-label={t('path.name')} className={`mb-6 ${upright ? '' : 'lg:flex'}`}>
      {stops.map((stop, place) => (
        <li
          key={stop}
          aria-current={at === stop ? 'step' : undefined}
          className={`relative pb-5 pl-8 last:pb-0 last:before:hidden ${LINE} ${upright ? '' : ACROSS} ${
            place < reached ? 'before:border-qing' : 'before:border-line'
          }`}
        >
          <Mark look={at === stop ? 'here' : place <= reached ? 'reached' : 'ahead'} upright={upright} />
          <Words label={stop} at={at} ahead={place > reached} note={notes[stop]} />
          {ASIDE[stop].length > 0 && (
            <ul className="mt-2 space-y-2">
              {ASIDE[stop].map((aside) => (
                <li
                  key={aside}
                  aria-current={at === aside ? 'step' : undefined}
                  className={`border-l-2 border-dashed pl-3 text-sm ${at === aside ? 'border-qing' : 'border-edge'}`}
                >
                  <Words label={aside} at={at} ahead={at !== undefined} note={notes[aside]} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

/** The line from one stop to the next: left of the words on a phone, above them on a desk. */
const LINE = 'before:absolute before:top-5 before:-bottom-1 before:left-[8px] before:border-l-2'
const ACROSS =
  'lg:flex-1 lg:pt-8 lg:pr-5 lg:pb-0 lg:pl-0 lg:before:top-[8px] lg:before:right-0 lg:before:bottom-auto lg:before:left-[18px] lg:before:border-t-2 lg:before:border-l-0'

const MARKS = {
  here: 'border-qing bg-qing ring-4 ring-qing-wash',
  reached: 'border-qing bg-paper',
  ahead: 'border-edge bg-paper',
}
const Mark = ({ look, upright }: { look: keyof typeof MARKS; upright: boolean }) => (
  <span
    aria-hidden="true"
    className={`absolute top-1.5 left-0 size-[18px] rounded-full border-2 ${upright ? '' : 'lg:top-0'} ${MARKS[look]}`}
  />
)

type WordsProps = { label: PathLabel; at: PathLabel | undefined; ahead: boolean; note: ReactNode }
function Words({ label, at, ahead, note }: WordsProps) {
  const { t } = useTranslation('case')
  const here = at === label
  return (
    <>
      <p className={here ? 'font-semibold text-qing' : ahead ? 'text-muted' : 'font-medium'}>
        {t(`labels.${label}`)}
        {here && (
          <span className="ml-2 rounded-sm bg-qing-wash px-1.5 text-xs font-medium whitespace-nowrap">
            {t('path.here')}
          </span>
        )}
      </p>
      {note && <p className="text-sm text-muted">{note}</p>}
    </>
  )
}
