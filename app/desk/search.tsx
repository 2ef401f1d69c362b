import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { readSearchPage } from '#workflows/reading/search-page.ts'
import { DESK_ROLES } from './desk-roles.ts'
import { withoutEmpty } from './search-address.ts'
import { SearchForm } from './search-form.tsx'
import { SearchHits } from './search-hits.tsx'
import { SearchMisread } from './search-misread.tsx'

export const handle = { title: 'search:title' }

export const loader = forStaff(DESK_ROLES, async ({ house, by, request }) => {
  const url = new URL(request.url)
  const there = withoutEmpty(url)
  if (there) throw redirect(there, 302)
  return readSearchPage(house, by, url.searchParams)
})

/** The search of the office: words and filters on top, what was found below, newest first. */
export default function Search() {
  const { t } = useTranslation('search')
  const page = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('title')} lead={t(`reads.${page.reads}`)} />
      <SearchMisread misread={page.misread} twice={page.twice} />
      <SearchForm {...page} />
      <SearchHits {...page} />
    </>
  )
}
