import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/ui/day-words.ts'
import type { PublishedEntry } from '#workflows/reading/register.ts'

/** Published typical cases, one under the other: title, how it begins, since when, about what. */
export function CaseList({ rows, heading = 'h2' }: { rows: readonly PublishedEntry[]; heading?: 'h2' | 'h3' }) {
  const { t, i18n } = useTranslation('register')
  const Heading = heading
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rows.map(({ slug, title, beginning, publishedOn, corrected, kinds }) => (
        <li key={slug} className="py-4">
          <Heading className="text-base" lang="zh-CN">
            <a href={`/cases/${slug}`} className="link">
              {title}
            </a>
          </Heading>
          <p className="mt-1 text-sm" lang="zh-CN">
            {beginning}
          </p>
          <p className="mt-1 text-sm text-muted">
            {[
              t('published', { day: formatDay(publishedOn, i18n.language) }),
              ...kinds.map(({ zh, en }) => (i18n.language === 'en' ? en : zh)),
              corrected && t('corrected'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}
