import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/ui/day-words.ts'
import type { ClosedCases } from '#workflows/reading/newsroom-cases.ts'

type CaseChoiceProps = { rows: ClosedCases['rows']; similar: number; chosen: readonly string[] }

/** The closed cases to draw on, by kind, county and day; what stands against telling one is written under it. */
export function CaseChoice({ rows, similar, chosen }: CaseChoiceProps) {
  const { t, i18n } = useTranslation('newsroom')
  return (
    <fieldset className="mb-5">
      <legend className="mb-2 text-lg font-semibold">{t('fields.sources')}</legend>
      <ul className="divide-y divide-line border-y border-line">
        {rows.map(({ id, kind, county, closedOn, hindrances }, at) => {
          const unusable = hindrances.includes('notClosed') || hindrances.includes('referred')
          return (
            <li key={id} className="py-2">
              <label className="flex items-start gap-3">
                <input
                  type="checkbox"
                  id={at === 0 ? 'sources' : undefined}
                  name="sources"
                  value={id}
                  defaultChecked={chosen.includes(id)}
                  disabled={unusable}
                  className="mt-1.5 size-4.5 shrink-0 accent-qing"
                />
                <span>
                  <span className="font-medium">{kind ? (i18n.language === 'en' ? kind.en : kind.zh) : '—'}</span>
                  <span className="block text-sm text-muted">
                    {[
                      county ?? t('new.noPlace'),
                      closedOn && t('new.closed', { day: formatDay(closedOn, i18n.language) }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  {hindrances.map((one) => (
                    <span key={one} className="block text-sm">
                      {t(`hindrances.${one}`, { count: similar })}
                    </span>
                  ))}
                </span>
              </label>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
