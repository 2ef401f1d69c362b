import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { readDeskQueue, readQueueChoices } from '#workflows/reading/desk-queue.ts'
import { listViews } from '#workflows/saved-views/saved-views.ts'
import { DESK_ROLES } from './desk-roles.ts'
import { canonical, type Misread, queueAddress, queueAsked } from './queue-address.ts'
import { QueueChips } from './queue-chips.tsx'
import { QueueFilter } from './queue-filter.tsx'
import { QueueMisread } from './queue-misread.tsx'
import { QueueTable } from './queue-table.tsx'
import { KeepView, QueueViews } from './queue-views.tsx'
import { useCaseWord } from './use-case-word.ts'
import { SeveralBar } from './several-bar.tsx'

export const handle = { title: 'desk:queue.title' }

export const loader = forStaff(DESK_ROLES, async ({ house, by, request }) => {
  const url = new URL(request.url)
  const { asked, misread } = queueAsked(url.searchParams)
  const there = misread.length === 0 ? canonical(url, asked) : null
  if (there) throw redirect(there, 302)
  const { unknown, ...queue } = await readDeskQueue(house, by, asked)
  const unread = unknown.map(
    (part): Misread => ({
      part,
      value: url.searchParams.get(part) ?? '',
      why: part === 'after' || part === 'before' ? 'wrong' : 'noSuchThing',
    }),
  )
  return {
    ...queue,
    misread: [...misread, ...unread],
    views: await listViews(house, by),
    choices: await readQueueChoices(house),
    me: by.id,
  }
})

export default function Queue() {
  const { t } = useTranslation(['desk', 'queues'])
  const word = useCaseWord()
  const queue = useLoaderData<typeof loader>()
  const { state, tabs, toSign, rows, next, previous, from, today, narrow, names, views, misread, me } = queue
  const here = queueAddress(state, narrow)
  return (
    <>
      <PageHead title={t('queue.title')}>
        {state !== 'toSign' && (
          <LinkButton small to={queueAddress(state, narrow, null, '/desk/ledger')}>
            {t('queues:ledger.link')}
          </LinkButton>
        )}
      </PageHead>
      <QueueViews views={views} here={here} />
      <Tabs
        label={t('queue.tabs')}
        tabs={[
          {
            to: queueAddress('toSign', narrow),
            label: t('queue.toSign'),
            count: toSign,
            current: state === 'toSign',
          },
          ...tabs.map(({ phase, count }) => ({
            to: queueAddress(phase, narrow),
            label: word('states', phase),
            count: count ?? undefined,
            current: state === phase,
          })),
          { to: queueAddress('all', narrow), label: t('queues:all'), current: state === 'all' },
        ]}
      />
      <QueueMisread misread={misread} />
      {state !== 'toSign' && (
        <div className="mb-4 flex flex-wrap gap-2">
          <QueueChips state={state} narrow={narrow} names={names} />
          <QueueFilter {...queue} />
          <KeepView address={here} />
        </div>
      )}
      {rows.length === 0 && from ? (
        <p className="text-muted">{t('queues:pastEnd')}</p>
      ) : (
        <>
          <QueueTable rows={rows} today={today} me={me} toSign={state === 'toSign'} />
          {rows.length > 0 && <SeveralBar />}
        </>
      )}
      <p className="mt-4 flex flex-wrap items-center gap-3 text-sm text-muted print:hidden">
        {from && (
          <LinkButton small to={here}>
            {t('queue.first')}
          </LinkButton>
        )}
        {previous && (
          <LinkButton small letter="p" to={queueAddress(state, narrow, { place: previous, back: true })}>
            {t('queues:previous')}
          </LinkButton>
        )}
        {next && (
          <LinkButton small letter="n" to={queueAddress(state, narrow, { place: next, back: false })}>
            {t('queue.next')}
          </LinkButton>
        )}
        <span className="max-md:hidden">{t('queue.keys')}</span>
      </p>
    </>
  )
}
