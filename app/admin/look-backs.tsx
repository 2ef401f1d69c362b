import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askedBy, typedInto } from '#app/http/form-values.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { readOpenQuarters, readSamples } from '#workflows/reading/look-back-samples.ts'
import { fixShare, type SampleProblem } from '#workflows/settings-desk/look-back-samples.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { answerNotChanged } from './not-changed.server.ts'

export const handle = { title: 'lookBacks:title' }

export const loader = forStaff(ADMIN_ROLES, async ({ house }) => ({
  samples: await readSamples(house),
  quarters: await readOpenQuarters(house),
}))

export const action = forStaff(ADMIN_ROLES, async ({ house, by, request }) => {
  const form = await request.formData()
  const text = (field: string) => String(form.get(field) ?? '')
  const outcome = await fixShare(house, by, { quarter: text('quarter'), share: text('share') }, askedBy(form))
  if (outcome.kind === 'refused') return answerNotChanged(outcome, form)
  return redirect(`/admin/look-backs?fixed=${outcome.id}`, 303)
})

/** Which share of a coming quarter's closed cases is looked at again, and how it is drawn. */
export default function LookBacks() {
  const { t, i18n } = useTranslation('lookBacks')
  const { samples, quarters } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const refused = answer?.refused
  const mistakes = (refused?.code === 'invalid' ? refused.faults : []).map(({ field, problem }) => ({
    field,
    message: t(`problems.${problem as SampleProblem}`),
  }))
  const errorAt = (field: string) => mistakes.find((mistake) => mistake.field === field)?.message
  const fixed = answer ? undefined : samples.find(({ quarter }) => quarter === search.get('fixed'))?.quarter
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <ErrorSummary mistakes={mistakes} />
      {fixed && (
        <Callout>
          <p role="status">{t('done', { quarter: fixed })}</p>
        </Callout>
      )}
      <p className="mb-2 max-w-measure">{t('how')}</p>
      <p className="mb-6">
        <a href="/look-backs" className="link">
          {t('published')}
        </a>
      </p>
      <DataTable
        caption={t('caption')}
        rows={samples}
        keyOf={({ quarter }) => quarter}
        columns={[
          { key: 'quarter', head: t('quarter'), cell: ({ quarter }) => quarter },
          { key: 'share', head: t('share'), cell: ({ share }) => `${share}%`, figures: true },
          { key: 'fixedOn', head: t('fixedOn'), cell: ({ fixedOn }) => formatDay(fixedOn, i18n.language) },
          {
            key: 'seed',
            head: t('seed'),
            cell: ({ seed }) => (seed ? <code className="text-sm break-all">{seed}</code> : t('sealed')),
          },
        ]}
        empty={
          <Empty title={t('empty')}>
            <p>{t('emptyAdvice')}</p>
          </Empty>
        }
      />
      <Form method="post" className="mt-6 max-w-measure rounded-md border border-line bg-sheet px-4 pt-4 pb-4">
        <FormMark />
        <Select
          name="quarter"
          label={t('quarter')}
          none={t('chooseQuarter')}
          choices={quarters.map((quarter) => ({ value: quarter, label: quarter }))}
          error={errorAt('quarter')}
          defaultValue={typedInto(answer?.typed, 'quarter')}
        />
        <TextInput
          name="share"
          label={t('share')}
          help={t('shareHelp')}
          error={errorAt('share')}
          defaultValue={typedInto(answer?.typed, 'share')}
          inputMode="numeric"
          maxLength={2}
          autoComplete="off"
        />
        <Button>{t('fix')}</Button>
      </Form>
    </>
  )
}
