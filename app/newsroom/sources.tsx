import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/ui/day-words.ts'
import { Fold } from '#app/ui/fold.tsx'
import type { TypicalCasePage } from '#workflows/reading/newsroom.ts'

/** What the text is drawn from: brief, results, reply. There is no way from here to a report. */
export function Sources({ sources }: { sources: TypicalCasePage['sources'] }) {
  const { t, i18n } = useTranslation(['newsroom', 'case'])
  return (
    <section aria-labelledby="sources">
      <h2 id="sources" className="mb-2 text-lg">
        {t('newsroom:page.sources')}
      </h2>
      {sources.map((source, at) => (
        <Fold
          key={source.id}
          open={at === 0}
          summary={source.kind ? (i18n.language === 'en' ? source.kind.en : source.kind.zh) : '—'}
          hint={[
            source.county ?? t('newsroom:new.noPlace'),
            source.closedOn && t('newsroom:new.closed', { day: formatDay(source.closedOn, i18n.language) }),
            ...source.hindrances.map((one) => t(`newsroom:hindrances.${one}`, { count: 3 })),
          ]
            .filter(Boolean)
            .join(' · ')}
        >
          <div lang="zh-CN" className="max-w-measure pb-4">
            <Text name={t('case:brief')}>{source.brief}</Text>
            {source.results.map((result, place) => (
              <div key={result.id}>
                <h3 className="mt-4 font-semibold">
                  {t('case:result')} {source.results.length > 1 && place + 1}
                </h3>
                {result.parts.map(({ part, text }) => (
                  <Text key={part} name={t(`newsroom:parts.${part}`)}>
                    {text}
                  </Text>
                ))}
              </div>
            ))}
            {source.reply && <Text name={t('case:reply')}>{source.reply}</Text>}
          </div>
        </Fold>
      ))}
    </section>
  )
}

const Text = ({ name, children }: { name: string; children: string }) => (
  <div className="mt-3">
    <p className="text-sm font-medium text-muted">{name}</p>
    <p className="whitespace-pre-line">{children}</p>
  </div>
)
