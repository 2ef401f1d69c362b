import { Form, Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { readFrame } from '#app/session/frame.server.ts'
import { StaffFrame } from '#app/session/staff-frame.tsx'
import { forStaff } from '#app/session/who-may.server.ts'
import { DoorLink } from '#app/ui/door-link.tsx'
import { hasWordsFor } from '#app/words/word-sets.ts'
import { countWaitingMails } from '#workflows/reading/quarantine.ts'
import { DESK_ROLES } from './desk-roles.ts'
import { SearchAnywhere } from './search-field.tsx'

export const handle: PageHandle = { hydrate: true, title: 'desk:title' }

export const loader = forStaff(DESK_ROLES, async (visit) => ({
  ...(await readFrame(visit)),
  mails: await countWaitingMails(visit.house, visit.by),
}))

const SEARCH = '/desk/search'
const MAILS = '/desk/quarantine'

/** The pages of the office, and on each the way to the queues and a place to search from. */
export default function DeskLayout() {
  const { t } = useTranslation(['search', 'fromMail'])
  const { mails, ...frame } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const searches = pathname === SEARCH
  const parts: { to: string; name: string; current: boolean; count?: number }[] = [
    { to: '/desk', name: t('search:parts.queues'), current: !searches && !pathname.startsWith(MAILS) },
    { to: SEARCH, name: t('search:parts.search'), current: searches },
    ...(mails === null
      ? []
      : [{ to: MAILS, name: t('fromMail:part'), current: pathname.startsWith(MAILS), count: mails }]),
  ]
  return (
    <StaffFrame door="desk" {...frame}>
      <div className="-mt-2 mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line pb-2 text-sm print:hidden">
        <nav aria-label={t('search:parts.label')}>
          <ul className="-mx-2 flex flex-wrap">
            {parts.map(({ to, name, current, count }) => (
              <li key={to}>
                <DoorLink
                  to={to}
                  aria-current={current ? 'true' : undefined}
                  className="inline-flex min-h-8 items-center px-2 text-muted no-underline hover:text-qing aria-[current]:font-semibold aria-[current]:text-ink"
                >
                  {name}
                  {count !== undefined && (
                    <span className="ml-1.5 font-normal tabular-nums">{count > 999 ? '999+' : count}</span>
                  )}
                </DoorLink>
              </li>
            ))}
          </ul>
        </nav>
        {!searches && (
          <Form
            method="get"
            action={SEARCH}
            role="search"
            className="max-sm:w-full"
            reloadDocument={!hasWordsFor(pathname, SEARCH)}
          >
            <SearchAnywhere />
          </Form>
        )}
      </div>
      <Outlet />
    </StaffFrame>
  )
}
