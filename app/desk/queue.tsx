import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { readDeskQueue } from '#workflows/reading/desk-queue.ts'
import { DESK_ROLES } from './desk-roles.ts'
import { CHIPS, queueAddress, queueAsked } from './queue-address.ts'
import { QueueTable } from './queue-table.tsx'
import { useCaseWord } from './use-case-word.ts'
import { useListKeys } from './use-list-keys.ts'

export const handle = { title: 'desk:queue.title' }

export const loader = forStaff(DESK_ROLES, async ({ house, by, request }) => {
  const asked = queueAsked(new URL(request.url).searchParams)
  return { ...(await readDeskQueue(house, by, asked)), asked, me: by.id }
})

export default function Queue() {
  const { t } = useTranslation('desk')
  const word = useCaseWord()
  const { state, tabs, toSign, rows, next, today, asked, me } = useLoaderData<typeof loader>()
  useListKeys()
  const { mine, free, late, after } = asked
  const narrowing = { mine, free, late }
  return (
    <>
      <PageHead title={t('queue.title')}>
        {state !== 'toSign' && (
          <ul aria-label={t('queue.narrow')} className="flex flex-wrap gap-2">
            {CHIPS.map((chip) => (
              <li key={chip}>
                <Link
                  to={queueAddress(state, { ...narrowing, [chip]: !narrowing[chip] })}
                  aria-current={narrowing[chip] ? 'true' : undefined}
                  className="inline-flex min-h-9 items-center rounded-full border border-edge px-3 text-sm text-muted no-underline hover:border-qing hover:text-qing aria-[current]:border-qing aria-[current]:bg-qing-wash aria-[current]:font-medium aria-[current]:text-qing"
                >
                  {narrowing[chip] && <span aria-hidden="true">✓&nbsp;</span>}
                  {t(`queue.chips.${chip}`)}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </PageHead>
      <Tabs
        label={t('queue.tabs')}
        tabs={[
          {
            to: queueAddress('toSign', narrowing),
            label: t('queue.toSign'),
            count: toSign,
            current: state === 'toSign',
          },
          ...tabs.map(({ phase, count }) => ({
            to: queueAddress(phase, narrowing),
            label: word('states', phase),
            count: count ?? undefined,
            current: state === phase,
          })),
        ]}
      />
      <QueueTable rows={rows} today={today} me={me} toSign={state === 'toSign'} />
      <p className="mt-4 flex flex-wrap items-center gap-3 text-sm text-muted print:hidden">
        {after && (
          <LinkButton small to={queueAddress(state, narrowing)}>
            {t('queue.first')}
          </LinkButton>
        )}
        {next && (
          <LinkButton small to={queueAddress(state, narrowing, next)}>
            {t('queue.next')}
          </LinkButton>
        )}
        <span className="max-md:hidden">{t('queue.keys')}</span>
      </p>
    </>
  )
}
