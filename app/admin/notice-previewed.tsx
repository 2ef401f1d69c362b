import { useTranslation } from 'react-i18next'
import { Callout } from '#app/ui/callout.tsx'
import { formatDay, formatShortDay } from '#app/ui/day-words.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { NoticePreview } from '#workflows/reading/holidays.ts'

/** What storing a notice would do: its days, what contradicts in it, and which dates would move. */
export function NoticePreviewed({ preview }: { preview: NoticePreview }) {
  const { t, i18n } = useTranslation(['holidays', 'case'])
  const { year, off, worked, faults, moves, replaces, doubt } = preview
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
  const isStill = ({ from, to }: NoticePreview['moves'][number]) => from === to
  const staying = moves.filter(isStill).reduce((sum, { dates }) => sum + dates, 0)
  const moving = moves.filter((move) => !isStill(move))
  const day = (on: string) => formatDay(on, i18n.language)
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
                {moving.map(({ name, from, to, provisional, dates }) => (
                  <li key={name + from + to}>
                    {t('holidays:moves', {
                      date: t(`case:deadlines.${name}` as 'case:deadlines.reply'),
                      from: day(from),
                      to: day(to),
                      count: dates,
                    })}
                    {provisional && t('holidays:stillProvisional')}
                  </li>
                ))}
                <li>{t('staying', { count: staying })}</li>
                <li>{t('firm')}</li>
              </ul>
            ),
          },
        ]}
      />
      {doubt && <p className="mb-2 font-medium">{t('doubt', doubt)}</p>}
      {replaces && <p>{t('replaces', { year })}</p>}
    </Callout>
  )
}
