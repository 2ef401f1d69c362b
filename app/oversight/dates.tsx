import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { problem } from '#app/http/problem.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readDatedList } from '#workflows/reading/oversight.ts'
import { DatedTable } from './dated-table.tsx'
import { OVERSIGHT_ROLES } from './oversight-roles.ts'
import { listAddress, listAsked } from './screen-address.ts'

export const handle = { title: 'oversight:title' }

export const loader = forStaff(OVERSIGHT_ROLES, async ({ house, by, request }) => {
  const asked = listAsked(new URL(request.url).searchParams)
  const read = await readDatedList(house, by, asked)
  if (!read) throw problem('404')
  return { ...read, asked }
})

/** One list of the supervision screen to its end, the earliest date first. */
export default function Dates() {
  const { t } = useTranslation(['oversight', 'site'])
  const { lines, next, today, asked } = useLoaderData<typeof loader>()
  const title = t(`oversight:${asked.list}.title`)
  return (
    <>
      <PageHead
        above={
          <Link to="/oversight" className="link">
            {t('oversight:title')}
          </Link>
        }
        title={title}
      />
      {lines.length === 0 && <p className="text-muted">{t(`oversight:${asked.list}.calm`)}</p>}
      {lines.length > 0 && (
        <DatedTable
          caption={title}
          {...{ lines, today }}
          office={asked.list === 'office'}
          asked={{ ...asked, byUnit: false, wall: false }}
        />
      )}
      <p className="mt-4 flex gap-3 print:hidden">
        {asked.after && (
          <LinkButton small to={listAddress({ ...asked, after: null })}>
            {t('oversight:first')}
          </LinkButton>
        )}
        {next && (
          <LinkButton small to={listAddress({ ...asked, after: next })}>
            {t('site:buttons.next')}
          </LinkButton>
        )}
      </p>
    </>
  )
}
