import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forAnyone } from '#app/session/who-may.server.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PublicLayout } from '#app/ui/public-layout.tsx'
import { latestPublished } from '#workflows/reading/register.ts'
import { CaseList } from './case-list.tsx'
import { LabelMeanings } from './label-meanings.tsx'

export const handle = { title: 'home:tab' }
const LATEST = 3

export const loader = forAnyone(async ({ house }) => ({ latest: await latestPublished(house, LATEST) }))

const BURDENS = ['meetings', 'inspections', 'screens', 'duties', 'effect'] as const
const SAFE = ['name', 'words', 'away', 'where'] as const
const LIMITS = ['network', 'content', 'server'] as const

/** What may be reported, that nobody learns who you are and what that does not cover, how it goes, two buttons. */
export default function Home() {
  const { t } = useTranslation(['home', 'site', 'register'])
  const { latest } = useLoaderData<typeof loader>()
  return (
    <PublicLayout width="wide">
      <section className="relative pt-2 pb-10 sm:pt-6">
        <Echo />
        <p className="mb-2 text-sm tracking-wider text-qing">{t('site:motto')}</p>
        <h1 className="max-w-[22em] text-2xl sm:text-3xl">
          {t('title')
            .split(/(?<=[，,])/)
            .map((part) => (
              <span key={part} className="inline-block">
                {part}
              </span>
            ))}
        </h1>
        <p className="mt-4 max-w-measure text-lg leading-[1.7] text-muted">{t('lead')}</p>
        <div className="mt-7 flex flex-wrap items-center gap-3">
          <LinkButton to="/report" look="primary">
            {t('report')}
          </LinkButton>
          <LinkButton to="/follow">{t('follow')}</LinkButton>
          <span className="text-sm text-muted">{t('noAccount')}</span>
        </div>
      </section>

      <div className="grid gap-x-10 gap-y-8 border-t border-line pt-8 lg:grid-cols-3">
        <section aria-labelledby="what">
          <h2 id="what" className="mb-3 text-lg">
            {t('what.title')}
          </h2>
          <dl className="space-y-2">
            {BURDENS.map((burden) => (
              <div key={burden}>
                <dt className="font-medium">{t(`what.${burden}.name`)}</dt>
                <dd className="text-sm text-muted">{t(`what.${burden}.like`)}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-3 text-sm text-muted">{t('what.else')}</p>
        </section>
        <section aria-labelledby="safe">
          <h2 id="safe" className="mb-3 text-lg">
            {t('safe.title')}
          </h2>
          <ul className="space-y-3">
            {SAFE.map((line) => (
              <li key={line} className="border-l-3 border-qing pl-3">
                {t(`safe.${line}`)}
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="limits">
          <h2 id="limits" className="mb-3 text-lg">
            {t('limits.title')}
          </h2>
          <ul className="space-y-3">
            {LIMITS.map((line) => (
              <li key={line} className="border-l-3 border-dashed border-edge pl-3">
                {t(`limits.${line}`)}
              </li>
            ))}
          </ul>
          <p className="mt-3">
            <a href="/about" className="link">
              {t('limits.more')}
            </a>
          </p>
        </section>
      </div>

      <section aria-labelledby="path" className="mt-10 border-t border-line pt-8">
        <h2 id="path" className="text-lg">
          {t('path.title')}
        </h2>
        <p className="mt-1 mb-6 max-w-measure text-muted">{t('path.lead')}</p>
        <LabelMeanings />
      </section>

      {latest.length > 0 && (
        <section aria-labelledby="latest" className="mt-10 border-t border-line pt-8">
          <h2 id="latest" className="text-lg">
            {t('register:latest.title')}
          </h2>
          <p className="mt-1 mb-4 max-w-measure text-muted">{t('register:latest.lead')}</p>
          <CaseList rows={latest} heading="h3" />
          <p className="mt-3 flex gap-4 text-sm">
            <a href="/cases" className="link">
              {t('register:latest.more')}
            </a>
            <a href="/figures" className="link">
              {t('register:latest.figures')}
            </a>
          </p>
        </section>
      )}
    </PublicLayout>
  )
}

/** A sound that comes back, drawn large and faint beside the title where there is room. */
const Echo = () => (
  <svg
    viewBox="0 0 240 240"
    width="240"
    height="240"
    aria-hidden="true"
    className="absolute -top-2 right-0 hidden size-72 text-line lg:block"
  >
    <g fill="none" stroke="currentColor" strokeWidth="2">
      <circle cx="120" cy="120" r="7" fill="currentColor" />
      <path d="M148 92a40 40 0 0 1 0 56M169 71a69 69 0 0 1 0 98M190 50a99 99 0 0 1 0 140" />
      <path d="M92 148a40 40 0 0 1 0-56M71 169a69 69 0 0 1 0-98M50 190a99 99 0 0 1 0-140" strokeDasharray="3 7" />
    </g>
  </svg>
)
