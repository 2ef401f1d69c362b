import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forAnyone } from '#app/session/who-may.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { PublicLayout } from '#app/ui/public-layout.tsx'
import { readRegister } from '#workflows/reading/register.ts'
import { CaseList } from './case-list.tsx'

export const handle = { title: 'register:title' }
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const KIND = /^B\d{2}$/

export const loader = forAnyone(async ({ house, request }) => {
  const { searchParams } = new URL(request.url)
  const named = searchParams.get('kind') ?? ''
  const [day = '', id = ''] = (searchParams.get('after') ?? '').split(',')
  const kind = KIND.test(named) ? named : null
  const after = DAY.test(day) && UUID.test(id) ? { day, id } : null
  return { ...(await readRegister(house, { kind, after })), kind, after }
})

/** What came of others' reports. */
export default function Cases() {
  const { t, i18n } = useTranslation(['register', 'site'])
  const { rows, kinds, next, kind, after } = useLoaderData<typeof loader>()
  const address = (of: string | null, end?: { day: string; id: string }) => {
    const search = new URLSearchParams(of ? { kind: of } : {})
    if (end) search.set('after', `${end.day},${end.id}`)
    return search.size > 0 ? `/cases?${search}` : '/cases'
  }
  return (
    <PublicLayout here="/cases">
      <PageHead title={t('register:title')} lead={t('register:lead')} />
      {kinds.length > 1 && (
        <nav aria-label={t('register:kinds')} className="mb-4">
          <ul className="flex flex-wrap gap-2">
            {[null, ...kinds].map((one) => (
              <li key={one?.code ?? 'all'}>
                <a
                  href={address(one?.code ?? null)}
                  aria-current={(one?.code ?? null) === kind ? 'true' : undefined}
                  className="inline-flex min-h-9 items-center rounded-full border border-edge px-3 text-sm text-muted no-underline hover:border-qing hover:text-qing aria-[current]:border-qing aria-[current]:bg-qing-wash aria-[current]:font-medium aria-[current]:text-qing"
                >
                  {one ? (i18n.language === 'en' ? one.en : one.zh) : t('register:all')}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {rows.length > 0 ? (
        <CaseList rows={rows} />
      ) : (
        <Empty title={t('register:empty')}>
          <p>{t('register:emptyAdvice')}</p>
        </Empty>
      )}
      <p className="mt-6 flex flex-wrap items-center gap-4 text-sm">
        {after && <LinkButton to={address(kind)}>{t('register:first')}</LinkButton>}
        {next && <LinkButton to={address(kind, next)}>{t('site:buttons.next')}</LinkButton>}
        <a href="/figures" className="link">
          {t('register:latest.figures')}
        </a>
        <a href="/cases.atom" className="link">
          {t('register:feed')}
        </a>
      </p>
    </PublicLayout>
  )
}
