import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { problem } from '#app/http/problem.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { formatDay } from '#app/ui/day-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { PrintButton } from '#app/ui/print-button.tsx'
import { readCaseRecord } from '#workflows/reading/case-record.ts'
import { AUDIT_ROLES } from './insights-roles.ts'
import { RecordDates } from './record-dates.tsx'
import { RecordTable } from './record-table.tsx'
import { useCaseTerm } from './use-case-term.ts'

export const handle = { title: 'insights:record.title' }

export const loader = forStaff(AUDIT_ROLES, async ({ house, by, name, params }) => {
  const record = await readCaseRecord(house, by, params.number ?? '')
  if (!record) throw problem('404')
  return { record, reader: name }
})

/** Everything that was done with a case and everybody who saw it, in order; made to be printed and filed. */
export default function CaseRecordPage() {
  const { t, i18n } = useTranslation('insights')
  const term = useCaseTerm()
  const { record, reader } = useLoaderData<typeof loader>()
  const day = (on: string) => formatDay(on, i18n.language)
  return (
    <>
      <PageHead
        above={
          <Link to="/insights/record" className="link print:hidden">
            {t('record.back')}
          </Link>
        }
        title={
          <>
            {t('record.title')} <span className="tabular-nums">{record.number}</span>
          </>
        }
        lead={[
          term('states', record.life),
          record.kind && `${record.kind.code} ${i18n.language === 'en' ? record.kind.en : record.kind.zh}`,
          t('record.received', { day: day(record.receivedOn) }),
          t('record.counts', { steps: record.steps, looks: record.looks }),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        <PrintButton />
      </PageHead>
      <p className="mb-4 max-w-measure text-sm text-muted">{t('record.sealed')}</p>
      <RecordTable rows={record.rows} />
      <h2 className="mt-8 mb-2 text-lg">{t('record.dates')}</h2>
      <RecordDates dates={record.dates} />
      <p className="mt-6 hidden text-sm print:block">
        {t('record.printed', { by: reader, day: day(record.printedOn) })}
      </p>
    </>
  )
}
