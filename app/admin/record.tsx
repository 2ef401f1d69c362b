import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { dayIn, formatDay } from '#app/ui/day-words.ts'
import { DifferenceList } from '#app/ui/difference-list.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useCodeWord } from '#app/ui/use-code-word.ts'
import { RECORD_SUBJECTS, type RecordSubject } from '#workflows/reading/record-subjects.ts'
import { readSettingsRecord, type SettingsRecord } from '#workflows/reading/settings-record.ts'
import { ADMIN_ROLES } from './admin-roles.ts'

export const handle = { title: 'record:title' }

const SUBJECTS = Object.keys(RECORD_SUBJECTS) as RecordSubject[]

export const loader = forStaff(ADMIN_ROLES, async ({ house, request }) => {
  const { searchParams } = new URL(request.url)
  const subject = SUBJECTS.find((each) => each === searchParams.get('subject')) ?? null
  const before = searchParams.get('before') ?? ''
  const asked = { subject, before: /^[1-9]\d{0,8}$/.test(before) ? Number(before) : null }
  return { ...(await readSettingsRecord(house, asked)), asked }
})

const addressOf = (subject: RecordSubject | null, before?: number) => {
  const said = new URLSearchParams()
  if (subject) said.set('subject', subject)
  if (before) said.set('before', String(before))
  return `/admin/record?${said}`
}

/** Everything administrators changed, newest first. */
export default function Record() {
  const { t, i18n } = useTranslation('record')
  const worded = useCodeWord()
  const { rows, older, asked } = useLoaderData<typeof loader>()
  const columns: Column<SettingsRecord['rows'][number]>[] = [
    {
      key: 'when',
      head: t('when'),
      cell: ({ at }) => <span className="whitespace-nowrap">{formatDay(dayIn(new Date(at)), i18n.language)}</span>,
    },
    { key: 'who', head: t('who'), cell: ({ by }) => <span className="whitespace-nowrap">{by ?? t('nobody')}</span> },
    {
      key: 'what',
      head: t('what'),
      cell: ({ type, subject, differences }) => (
        <>
          <span className="font-medium">{t(`acts.${type}` as 'acts.openUnit')}</span> {subject && worded(subject)}
          <DifferenceList differences={differences} />
        </>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <ul aria-label={t('filter')} className="mb-4 flex flex-wrap gap-x-4 text-sm">
        {[null, ...SUBJECTS].map((subject) => (
          <li key={subject ?? 'all'}>
            <Link
              to={addressOf(subject)}
              aria-current={asked.subject === subject ? 'true' : undefined}
              className="link aria-[current]:font-semibold aria-[current]:no-underline"
            >
              {subject ? t(`subjects.${subject}`) : t('all')}
            </Link>
          </li>
        ))}
      </ul>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={rows}
        keyOf={({ seq }) => String(seq)}
        empty={
          <Empty title={t('empty')}>
            <p>{t('emptyAdvice')}</p>
          </Empty>
        }
      />
      <p className="mt-4 flex gap-3 print:hidden">
        {asked.before !== null && (
          <LinkButton small to={addressOf(asked.subject)}>
            {t('newest')}
          </LinkButton>
        )}
        {older !== null && (
          <LinkButton small to={addressOf(asked.subject, older)}>
            {t('older')}
          </LinkButton>
        )}
      </p>
    </>
  )
}
