import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/ui/day-words.ts'
import { Fold } from '#app/ui/fold.tsx'
import type { TypicalCasePage } from '#workflows/reading/newsroom.ts'

/** Every saved text, the newest first. */
export function Revisions({ revisions }: { revisions: TypicalCasePage['revisions'] }) {
  const { t, i18n } = useTranslation('newsroom')
  if (revisions.length === 0) return null
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions" className="mb-2 text-lg">
        {t('page.revisions')}
      </h2>
      {revisions.map(({ id, version, by, day, title, body, remark }) => (
        <Fold
          key={id}
          summary={t('page.version', { version })}
          hint={[by, formatDay(day, i18n.language), remark].filter(Boolean).join(' · ')}
        >
          <div lang="zh-CN" className="max-w-measure pb-4">
            <p className="font-medium">{title}</p>
            <p className="mt-2 whitespace-pre-line">{body}</p>
          </div>
        </Fold>
      ))}
    </section>
  )
}
