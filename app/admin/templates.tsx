import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { readTemplates, type TemplateLine } from '#workflows/reading/templates.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { useOutcomeWord } from './use-outcome-word.ts'

export const handle = { title: 'templates:list.title' }

export const loader = forStaff(ADMIN_ROLES, async ({ house, request }) =>
  readTemplates(house, new URL(request.url).searchParams.get('purpose')),
)

/** The texts officers begin from, by what they are for. */
export default function Templates() {
  const { t, i18n } = useTranslation('templates')
  const outcomeWord = useOutcomeWord()
  const { purpose, purposes, templates } = useLoaderData<typeof loader>()
  const columns: Column<TemplateLine>[] = [
    { key: 'title', head: t('list.name'), cell: ({ title }) => <span lang="zh-CN">{title}</span> },
    {
      key: 'kind',
      head: t('list.kind'),
      cell: ({ kind }) => (kind ? `${kind.code} ${i18n.language === 'en' ? kind.en : kind.zh}` : t('form.anyKind')),
    },
    {
      key: 'outcome',
      head: t('list.outcome'),
      cell: ({ outcome }) => (outcome ? outcomeWord(purpose, outcome) : t('form.anyOutcome')),
    },
    {
      key: 'changed',
      head: t('list.changed'),
      cell: ({ on, by, version }) =>
        `${t('form.version', { version })} · ${t('list.by', { day: formatDay(on, i18n.language), by: by ?? t('list.shipped') })}`,
    },
    {
      key: 'state',
      head: t('list.state'),
      cell: ({ retired }) => (retired ? <Badge>{t('list.retired')}</Badge> : t('list.live')),
    },
  ]
  return (
    <>
      <PageHead title={t('list.title')} lead={t('list.lead')}>
        <LinkButton small look="primary" to={`/admin/templates/new?purpose=${purpose}`}>
          {t('list.add')}
        </LinkButton>
      </PageHead>
      <Tabs
        label={t('list.purposes')}
        tabs={purposes.map(({ name, count }) => ({
          to: `/admin/templates?purpose=${name}`,
          label: t(`purposes.${name}`),
          count,
          current: name === purpose,
        }))}
      />
      <DataTable
        caption={t(`purposes.${purpose}`)}
        columns={columns}
        rows={templates}
        keyOf={({ id }) => id}
        to={({ id }) => `/admin/templates/${id}`}
        empty={
          <Empty title={t('list.empty')}>
            <p>{t('list.emptyAdvice')}</p>
          </Empty>
        }
      />
    </>
  )
}
