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
type AsideName = (typeof ASIDE)[StopName][number]
export type PathLabel = StopName | AsideName

type LifePathProps = {
  /** where it stands; left out where the path only explains */
  at?: PathLabel
  /** a line under a label: a date, what happens there */
  notes?: Partial<Record<PathLabel, ReactNode>>
}

/** The eight labels a reporter reads, drawn as a path: down the page on a phone, across it on a desk. */
export function LifePath({ at, notes = {} }: LifePathProps) {
  const { t } = useTranslation('case')
  const home = at && STOPS.findIndex((stop) => stop === at || ASIDE[stop].some((aside) => aside === at))
  return (
    <ol aria-label={t('path.name')} className="mb-6 lg:flex">
      {STOPS.map((stop, place) => {
        const passed = home !== undefined && (place < home || (place === home && at !== stop))
        const drawn = home === undefined || passed
        return (
          <li
            key={stop}
            aria-current={at === stop ? 'step' : undefined}
            className={`relative pb-5 pl-8 last:pb-0 lg:flex-1 lg:pt-8 lg:pr-4 lg:pb-0 lg:pl-0 ${place < STOPS.length - 1 ? LINE : ''} ${
              home === undefined || place < home ? 'before:border-qing' : 'before:border-line'
            }`}
          >
            <Mark here={at === stop} drawn={drawn} />
            <p className={at === stop ? 'font-semibold text-qing' : drawn ? 'font-medium' : 'text-muted'}>
              {t(`labels.${stop}`)}
              {at === stop && <Here word={t('path.here')} />}
            </p>
            {notes[stop] && <p className="text-sm text-muted">{notes[stop]}</p>}
            {ASIDE[stop].length > 0 && (
              <ul className="mt-1.5 space-y-1.5">
                {ASIDE[stop].map((aside) => (
                  <li
                    key={aside}
                    aria-current={at === aside ? 'step' : undefined}
                    className={`relative border-l-2 border-dashed py-0.5 pl-3 text-sm ${
                      at === aside ? 'border-qing font-semibold text-qing' : 'border-edge text-muted'
                    }`}
                  >
                    {t(`labels.${aside}`)}
                    {at === aside && <Here word={t('path.here')} />}
                    {notes[aside] && <span className="block font-normal text-muted">{notes[aside]}</span>}
                  </li>
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** The line from one stop to the next: left of the words on a phone, above them on a desk. */
const LINE =
  'before:absolute before:top-4 before:-bottom-2 before:left-[8px] before:border-l-2 lg:before:top-[8px] lg:before:right-0 lg:before:bottom-auto lg:before:left-2 lg:before:border-t-2 lg:before:border-l-0'

function Mark({ here, drawn }: { here: boolean; drawn: boolean }) {
  const look = here
    ? 'border-qing bg-qing ring-4 ring-qing-wash'
    : drawn
      ? 'border-qing bg-paper'
      : 'border-edge bg-paper'
  return (
    <span aria-hidden="true" className={`absolute top-1.5 left-0 size-[18px] rounded-full border-2 lg:top-0 ${look}`} />
  )
}

const Here = ({ word }: { word: string }) => (
  <span className="ml-2 rounded-sm bg-qing-wash px-1.5 text-xs font-medium text-qing">{word}</span>
)
