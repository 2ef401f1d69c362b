import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { dayIn, formatClock, formatDay } from '#app/ui/day-words.ts'
import { DifferenceList } from '#app/ui/difference-list.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { useCodeWord } from '#app/ui/use-code-word.ts'
import { readSettingsRecord } from '#workflows/reading/settings-record.ts'
import { AUDIT_ROLES } from './insights-roles.ts'

export const handle = { title: 'record:title' }

export const loader = forStaff(AUDIT_ROLES, async ({ house, request }) => {
  const before = new URL(request.url).searchParams.get('before') ?? ''
  return readSettingsRecord(house, { subject: null, before: /^[1-9]\d{0,8}$/.test(before) ? Number(before) : null })
})

/** Everything administrators changed, as they see it themselves, newest first. */
export default function Settings() {
  const { t, i18n } = useTranslation('record')
  const worded = useCodeWord()
  const { rows, older } = useLoaderData<typeof loader>()
  const moments = rows.map(({ seq, type, at, by, subject, differences }) => {
    const when = new Date(at)
    return {
      key: String(seq),
      title: [t(`acts.${type}` as 'acts.openUnit'), subject && worded(subject)].filter(Boolean).join(' · '),
      by: by ?? t('nobody'),
      at: `${formatDay(dayIn(when), i18n.language)} ${formatClock(when)}`,
      instant: when.toISOString(),
      body: <DifferenceList differences={differences} />,
    }
  })
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {moments.length === 0 ? (
        <Empty title={t('empty')}>
          <p>{t('emptyAdvice')}</p>
        </Empty>
      ) : (
        <Timeline moments={moments} />
      )}
      {older !== null && (
        <LinkButton small to={`/insights/settings?before=${older}`}>
          {t('older')}
        </LinkButton>
      )}
    </>
  )
}
