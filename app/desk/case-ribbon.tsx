import { useTranslation } from 'react-i18next'
import { Callout } from '#app/ui/callout.tsx'
import { formatShortDay } from '#app/ui/day-words.ts'
import type { Lane, Stop } from '#app/ui/track-lane.tsx'
import { TrackRibbon } from '#app/ui/track-ribbon.tsx'
import type { CasePage } from '#workflows/reading/case-page.ts'
import { stopsOf, type StopWord } from './case-stops.ts'
import { useCaseWord } from './use-case-word.ts'

/** The dual assignment drawn with its dates; nothing while no letter has left. */
export function CaseRibbon({ page }: { page: CasePage }) {
  const { t, i18n } = useTranslation('desk')
  const { t: inCase } = useTranslation('case')
  const word = useCaseWord()
  const [first] = page.letters
  if (!first) return null
  const short = (day: string) => formatShortDay(day, i18n.language)
  const titleOf = ({ word: name, ...values }: StopWord) => String(t(`case.ribbon.${name}` as never, values as never))
  const lane = (track: 'territory' | 'department'): Lane => {
    const inForce = page.letters.find((letter) => letter.track === track && !letter.superseded)
    const stops = stopsOf(page, track).map(
      ({ key, title, day, until, standing }): Stop => ({
        key,
        title: titleOf(title),
        on: day ? short(day) : until ? t('case.ribbon.by', { day: short(until) }) : undefined,
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
