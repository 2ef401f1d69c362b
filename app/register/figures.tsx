import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forAnyone } from '#app/session/who-may.server.ts'
import { formatDay } from '#app/ui/day-words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { PublicLayout } from '#app/ui/public-layout.tsx'
import { type PublicFigures, readFigures } from '#workflows/reading/figures.ts'

export const handle = { title: 'register:figures.title' }

export const loader = forAnyone(({ house }) => readFigures(house))

/** About where the reports stand, as counted once a week, so that nothing can be reckoned about one of them. */
export default function Figures() {
  const { t, i18n } = useTranslation('register')
  const { takenOn, nextOn, parts, published } = useLoaderData<typeof loader>()
  return (
    <PublicLayout>
      <PageHead title={t('figures.title')} lead={t('figures.lead')} />
      {takenOn === null ? (
        <Empty title={t('figures.notYet')}>{t('figures.firstOn', { day: formatDay(nextOn, i18n.language) })}</Empty>
      ) : (
        <>
          <p className="mb-4 text-sm text-muted">
            {t('figures.takenOn', { day: formatDay(takenOn, i18n.language), next: formatDay(nextOn, i18n.language) })}
          </p>
          <FigureTable parts={parts} />
        </>
      )}
      <p>
        <a href="/cases" className="link">
          {t('figures.published', { count: published })}
        </a>
      </p>
      <p className="mt-2">
        <a href="/look-backs" className="link">
          {t('figures.lookBacks')}
        </a>
      </p>
    </PublicLayout>
  )
}

function FigureTable({ parts }: Pick<PublicFigures, 'parts'>) {
  const { t } = useTranslation('register')
  return (
    <table className="mb-6 w-full border-collapse tabular-nums">
      <caption className="sr-only">{t('figures.caption')}</caption>
      <thead>
        <tr className="border-b-2 border-edge text-left text-sm text-muted">
          <th scope="col" className="py-2 font-medium">
            {t('figures.part')}
          </th>
          <th scope="col" className="py-2 text-right font-medium">
            {t('figures.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ name, about }) => (
          <tr key={name} className="border-b border-line">
            <th scope="row" className="py-2 text-left font-normal">
              {t(`figures.${name}`)}
            </th>
            <td className="py-2 text-right">
              {about === null ? t('figures.few') : t('figures.about', { count: about })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
