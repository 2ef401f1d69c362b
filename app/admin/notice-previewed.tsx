import { useTranslation } from 'react-i18next'
import { Callout } from '#app/ui/callout.tsx'
import { formatShortDay } from '#app/ui/day-words.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { NoticePreview } from '#workflows/reading/holidays.ts'

/** What storing a notice would do: its days, what contradicts in it, and which dates would move. */
export function NoticePreviewed({ preview }: { preview: NoticePreview }) {
  const { t, i18n } = useTranslation('holidays')
  const { year, off, worked, faults, moves, replaces } = preview
  if (faults.length > 0)
    return (
      <ErrorSummary
        title={t('contradicts')}
        mistakes={faults.map(({ line, problem, what }, at) => ({
          field: 'text',
          message: (
            <span key={at}>
              {line === null ? '' : t('line', { line })}
              {t(`problems.${problem}`, { what })}
            </span>
          ),
        }))}
      />
    )
  const spoken = (days: readonly { day: string }[]) =>
    days.map(({ day }) => formatShortDay(day, i18n.language)).join(i18n.language === 'en' ? ', ' : '、')
  const staying = moves.find(({ by }) => by === 0)?.dates ?? 0
  const moving = moves.filter(({ by }) => by !== 0)
  return (
    <Callout title={t('wouldStore', { year })}>
      <DefinitionList
        items={[
          { term: t('offDays', { count: off.length }), is: spoken(off) },
          { term: t('workedDays', { count: worked.length }), is: spoken(worked) },
          {
            term: t('moving'),
            is: (
              <ul>
                {moving.map(({ by, dates }) => (
                  <li key={by}>{t(by > 0 ? 'later' : 'earlier', { count: dates, days: Math.abs(by) })}</li>
                ))}
                <li>{t('staying', { count: staying })}</li>
                <li>{t('firm')}</li>
              </ul>
            ),
          },
        ]}
      />
      {replaces && <p>{t('replaces', { year })}</p>}
    </Callout>
  )
}
