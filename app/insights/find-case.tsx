import { data, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { isCaseNumber, readsRecordOf } from '#workflows/reading/case-record.ts'
import { AUDIT_ROLES } from './insights-roles.ts'

export const handle = { title: 'insights:find.title' }
const LONGEST = 40

/** A number leads to its record; one that leads nowhere is answered here, in the same words whyever it does not. */
export const loader = forStaff(AUDIT_ROLES, async ({ house, by, request }) => {
  const asked = new URL(request.url).searchParams.get('number')
  if (asked === null) return { number: '', why: null }
  const number = asked.normalize('NFKC').replaceAll(/\s/g, '').slice(0, LONGEST)
  if (!isCaseNumber(number)) return data({ number, why: 'wrong' as const }, { status: 422 })
  if (!(await readsRecordOf(house, by, number))) return data({ number, why: 'unknown' as const }, { status: 404 })
  return redirect(`/insights/record/${number}`, 303)
})

/** The way from a number to the record of its case. */
export default function FindCase() {
  const { t } = useTranslation('insights')
  const { number, why } = useLoaderData<typeof loader>()
  const error = why ? t(`find.${why}`) : undefined
  return (
    <>
      <PageHead title={t('find.title')} lead={t('find.lead')} />
      <Form role="search" className="max-w-sm">
        <ErrorSummary mistakes={error ? [{ field: 'number', message: error }] : []} title={t('find.notFound')} />
        <TextInput
          name="number"
          label={t('find.number')}
          help={t('find.help')}
          error={error}
          defaultValue={number}
          autoComplete="off"
          inputMode="numeric"
        />
        <Button>{t('find.open')}</Button>
      </Form>
    </>
  )
}
