import { useTranslation } from 'react-i18next'
import { Callout } from '#app/ui/callout.tsx'
import { formatDay, formatShortDay } from '#app/ui/day-words.ts'
import type { Lane, Stop } from '#app/ui/track-lane.tsx'
import { TrackRibbon } from '#app/ui/track-ribbon.tsx'
import { useDueWord } from '#app/ui/unannounced.tsx'
import type { CasePage } from '#workflows/reading/case-page.ts'
import { stopsOf, type StopWord } from './case-stops.ts'
import { useCaseWord } from './use-case-word.ts'

/** The dual assignment drawn with its dates; nothing while no letter has left. */
export function CaseRibbon({ page }: { page: CasePage }) {
  const { t, i18n } = useTranslation('desk')
  const { t: inCase } = useTranslation('case')
  const word = useCaseWord()
  const dueWord = useDueWord()
  const [first] = page.letters
  if (!first) return null
  const short = (day: string) => formatShortDay(day, i18n.language)
  /** With its year where that is another, and with its mark where it may still move. */
  const coming = (day: string) => {
    const said = dueWord(day)
    const isThisYear = day.slice(0, 4) === page.today.slice(0, 4)
    return isThisYear && said === formatDay(day, i18n.language) ? short(day) : said
  }
  const titleOf = ({ word: name, ...values }: StopWord) => String(t(`case.ribbon.${name}` as never, values as never))
  const lane = (track: 'territory' | 'department'): Lane => {
    const inForce = page.letters.find((letter) => letter.track === track && !letter.superseded)
    const stops = stopsOf(page, track).map(
      ({ key, title, day, until, standing }): Stop => ({
        key,
        title: titleOf(title),
        on: day ? short(day) : until ? t('case.ribbon.by', { day: coming(until) }) : undefined,
        standing,
      }),
    )
    const ordered = page.supervision[track]
    if (ordered !== 'calm')
      stops.push({
        key: 'order',
        title: word('supervision', ordered),
        standing: ordered === 'ordered' ? 'now' : 'done',
      })
    return {
      name: word('tracks', track),
      unit: inForce?.unit.name ?? '',
      duty: inForce && (inForce.lead ? inCase('lead') : inCase('assisting')),
      stops,
    }
  }
  const reached = page.life !== 'rectifying' && page.letters.some(({ results }) => results.length > 0)
  return (
    <>
      {page.outOfPlace.map(({ track, unit, why }) => (
        <Callout key={track} tone="warn">
          {t(`case.ribbon.outOfPlace.${why}`, { unit, track: word('tracks', track) })}
        </Callout>
      ))}
      <TrackRibbon
        label={t('case.ribbon.label')}
        split={{ title: t('case.ribbon.split'), on: short(first.issuedOn) }}
        territory={lane('territory')}
        department={lane('department')}
        join={{ title: reached ? t('case.ribbon.joined') : t('case.ribbon.notJoined'), reached }}
      />
    </>
  )
}
