import { useTranslation } from 'react-i18next'
import { formatDay, formatHour } from '#app/ui/day-words.ts'
import { Fold } from '#app/ui/fold.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { CasePage } from '#workflows/reading/case-page.ts'
import { CaseSection } from './case-section.tsx'
import { CaseRibbon } from './case-ribbon.tsx'
import { useCaseWord } from './use-case-word.ts'

const SHOWN = 12

/** The two tracks with their dates, then every step, the newest first; of reporters' acts no more than the day. */
export function CaseHistory({ page }: { page: CasePage }) {
  const { t, i18n } = useTranslation('desk')
  const word = useCaseWord()
  const moments = page.moments.toReversed().map(({ seq, type, deadline, track, role, by, day, at }) => ({
    key: String(seq),
    title: [deadline ? word('deadlines', deadline) : null, word('acts', type), track && word('tracks', track)]
      .filter(Boolean)
      .join(' · '),
    by: [word('roles', role), by].filter(Boolean).join(' '),
    at: at ? formatHour(new Date(at), i18n.language) : formatDay(day, i18n.language),
    instant: at ?? day,
  }))
  const older = moments.slice(SHOWN)
  return (
    <CaseSection id="history" title={t('case.history')}>
      <CaseRibbon page={page} />
      <Timeline moments={moments.slice(0, SHOWN)} />
      {older.length > 0 && (
        <div className="mt-4">
          <Fold summary={t('case.more', { count: moments.length })}>
            <Timeline moments={older} />
          </Fold>
        </div>
      )}
    </CaseSection>
  )
}
