import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { forStaff } from '#app/session/who-may.server.ts'
import { Callout } from '#app/ui/callout.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { isDay } from '#workflows/clock.ts'
import { QUARANTINE_ROLES, readQuarantine } from '#workflows/reading/quarantine.ts'

export const handle = { title: 'mails:title' }

const KILOBYTE = 1024
const place = z.object({ day: z.string().refine(isDay), id: z.uuid() })

/** Where the page before ended, as its address says; what is no such place is the beginning. */
export const loader = forStaff(QUARANTINE_ROLES, async ({ house, by, request }) => {
  const [day, id] = (new URL(request.url).searchParams.get('after') ?? '').split('.')
  const last = place.safeParse({ day, id }).data
  return { ...(await readQuarantine(house, by, last)), from: last !== undefined }
})

/** Mails that did not become reports by themselves, the oldest first. */
export default function Quarantine() {
  const { t, i18n } = useTranslation('mails')
  const { rows, next, from } = useLoaderData<typeof loader>()
  const done = useSearchParams()[0].get('done')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {(done === 'released' || done === 'rejected') && (
        <Callout>
          <p role="status">{t(`done.${done}`)}</p>
        </Callout>
      )}
      <DataTable
        caption={t('caption')}
        rows={rows}
        keyOf={({ id }) => id}
        to={({ id }) => `/desk/quarantine/${id}`}
        columns={[
          { key: 'reason', head: t('reason'), cell: ({ reason }) => String(t(`reasons.${reason}` as never)) },
          { key: 'number', head: t('number'), cell: ({ number }) => <span className="tabular-nums">{number}</span> },
          { key: 'day', head: t('day'), cell: ({ received_on }) => formatDay(received_on, i18n.language) },
          {
            key: 'size',
            head: t('size'),
            figures: true,
            cell: ({ size }) => t('sizeIn', { size: Math.ceil(size / KILOBYTE) }),
          },
        ]}
        empty={
          <Empty title={t('empty')}>
            <p>{t('emptyAdvice')}</p>
          </Empty>
        }
      />
      <p className="mt-4 flex flex-wrap gap-3 print:hidden">
        {from && (
          <LinkButton small to="/desk/quarantine">
            {t('fromStart')}
          </LinkButton>
        )}
        {next && (
          <LinkButton small to={`/desk/quarantine?after=${next.day}.${next.id}`}>
            {t('more')}
          </LinkButton>
        )}
      </p>
    </>
  )
}
