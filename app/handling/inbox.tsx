import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { readInbox } from '#workflows/reading/inbox.ts'
import { HANDLING_ROLES } from './handling-roles.ts'
import { inboxAddress, inboxAsked } from './inbox-address.ts'
import { InboxTable } from './inbox-table.tsx'

export const handle = { title: 'handling:inbox.title' }

export const loader = forStaff(HANDLING_ROLES, async ({ house, by, request }) => {
  const asked = inboxAsked(new URL(request.url).searchParams)
  return { ...(await readInbox(house, by, asked)), asked }
})

/** The letters of the officer's unit: those it owes an answer to, and those it has answered. */
export default function Inbox() {
  const { t } = useTranslation(['handling', 'site', 'oversight'])
  const { rows, next, today, asked } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('inbox.title')} lead={t('inbox.lead')} />
      <Tabs
        label={t('inbox.tabs')}
        tabs={[
          { to: inboxAddress(true), label: t('inbox.open'), current: asked.open },
          { to: inboxAddress(false), label: t('inbox.past'), current: !asked.open },
        ]}
      />
      {asked.open && rows.length > 0 && (
        <p className="mb-3 max-w-measure text-sm text-muted">{t('oversight:onLetter.rules')}</p>
      )}
      <InboxTable rows={rows} today={today} open={asked.open} />
      <p className="mt-4 flex gap-3 print:hidden">
        {asked.after && (
          <LinkButton small to={inboxAddress(asked.open)}>
            {t('inbox.first')}
          </LinkButton>
        )}
        {next && (
          <LinkButton small to={inboxAddress(asked.open, next)}>
            {t('site:buttons.next')}
          </LinkButton>
        )}
      </p>
    </>
  )
}
