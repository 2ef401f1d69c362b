import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { StateTag } from '#app/ui/state-tag.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { type NewsroomEntry, readNewsroom, type Shelf } from '#workflows/reading/newsroom.ts'
import { NEWSROOM_ROLES } from './newsroom-roles.ts'
import { phaseOf, useStateWord } from './state-word.ts'

export const handle = { title: 'newsroom:title' }
const SHELF_NAMES: readonly Shelf[] = ['work', 'published', 'withdrawn']

export const loader = forStaff(NEWSROOM_ROLES, async ({ house, by, request }) => {
  const named = new URL(request.url).searchParams.get('shelf')
  const shelf = SHELF_NAMES.find((each) => each === named) ?? 'work'
  return { shelf, rows: await readNewsroom(house, by, shelf), writes: by.roles.includes('editor') }
})

/** The typical cases by where they stand; what waits for this officer comes first. */
export default function Shelves() {
  const { t, i18n } = useTranslation('newsroom')
  const stateWord = useStateWord()
  const { shelf, rows, writes } = useLoaderData<typeof loader>()
  const columns: Column<NewsroomEntry>[] = [
    { key: 'title', head: t('shelves.name'), cell: ({ title }) => <span lang="zh-CN">{title}</span> },
    {
      key: 'state',
      head: t('shelves.state'),
      cell: ({ life }) => <StateTag phase={phaseOf(life)}>{stateWord(life)}</StateTag>,
    },
    {
      key: 'published',
      head: t('shelves.published_on'),
      cell: ({ publishedOn }) => (publishedOn ? formatDay(publishedOn, i18n.language) : '—'),
    },
    {
      key: 'flags',
      head: t('shelves.flags'),
      cell: ({ waitsForMe, mine }) => (
        <span className="flex gap-1">
          {waitsForMe && <Badge strong>{t('shelves.waitsForMe')}</Badge>}
          {mine && <Badge>{t('shelves.mine')}</Badge>}
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {writes && (
          <LinkButton to="/newsroom/new" look="primary" small>
            {t('new.title')}
          </LinkButton>
        )}
      </PageHead>
      <Tabs
        label={t('shelves.tabs')}
        tabs={SHELF_NAMES.map((each) => ({
          to: `/newsroom?shelf=${each}`,
          label: t(`shelves.${each}`),
          current: each === shelf,
        }))}
      />
      <DataTable
        caption={t(`shelves.${shelf}`)}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        to={({ id }) => `/newsroom/${id}`}
        empty={
          <Empty title={t('shelves.empty')}>
            <p>{t('shelves.emptyAdvice')}</p>
          </Empty>
        }
      />
    </>
  )
}
