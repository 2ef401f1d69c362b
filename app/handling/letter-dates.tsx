import { useTranslation } from 'react-i18next'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { DueDate } from '#app/ui/due-date.tsx'
import { RungMark } from '#app/ui/rung-mark.tsx'
import type { LetterPage } from '#workflows/reading/letter-page.ts'

/** Until when the unit must, or may, do what; each date with the sentence by which it can be checked. */
export function LetterDates({ letter: { dates, today } }: { letter: LetterPage }) {
  const { t, i18n } = useTranslation(['handling', 'case'])
  if (dates.length === 0) return null
  return (
    <DefinitionList
      items={dates.map(({ name, dueOn, days, paused, explained, source, rung }) => ({
        term: t(`case:deadlines.${name}`),
        is: (
          <>
            {!paused && <DueDate day={dueOn} today={today} />} {rung && !paused && <RungMark rung={rung} />}
            <span className="block text-sm text-muted">
              {explained ? (i18n.language === 'en' ? explained.en : explained.zh) : t('dates.moved', { count: days })}
              {source && t('dates.source', { source })}
            </span>
          </>
        ),
      }))}
    />
  )
}
