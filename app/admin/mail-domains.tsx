import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askedBy, typedInto } from '#app/http/form-values.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { readMailDomains } from '#workflows/reading/mail-domains.ts'
import { addMailDomain, type MailDomainProblem, removeMailDomain } from '#workflows/settings-desk/mail-domains.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { answerNotChanged } from './not-changed.server.ts'

export const handle = { title: 'mailDomains:title' }

export const loader = forStaff(ADMIN_ROLES, async ({ house }) => readMailDomains(house))

export const action = forStaff(ADMIN_ROLES, async ({ house, by, request }) => {
  const form = await request.formData()
  const text = (field: string) => {
    const value = form.get(field)
    return typeof value === 'string' ? value : ''
  }
  const asked = askedBy(form)
  const removes = text('act') === 'remove'
  const outcome = removes
    ? await removeMailDomain(house, by, text('domain'), asked)
    : await addMailDomain(house, by, { domain: text('domain'), unit: text('unit') }, asked)
  if (outcome.kind === 'refused') return answerNotChanged(outcome, form)
  return redirect(`/admin/mail-domains?${removes ? 'removed' : 'added'}=${encodeURIComponent(outcome.id)}`, 303)
})

/** Which mailboxes are units' own, so that nothing is sent where an employer reads it. */
export default function MailDomains() {
  const { t } = useTranslation('mailDomains')
  const { domains, units } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const refused = answer?.refused
  const mistakes = (refused?.code === 'invalid' ? refused.faults : []).map((fault) => ({
    field: fault.field,
    message: t(`problems.${fault.problem as MailDomainProblem}`, { with: fault.with }),
  }))
  const errorAt = (field: string) => mistakes.find((mistake) => mistake.field === field)?.message
  const done = answer ? undefined : (['added', 'removed'] as const).find((each) => search.get(each))
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <ErrorSummary mistakes={mistakes} />
      {done && (
        <Callout>
          <p role="status">{t(`done.${done}`, { domain: search.get(done) })}</p>
        </Callout>
      )}
      <DataTable
        caption={t('caption')}
        rows={domains}
        keyOf={({ domain }) => domain}
        columns={[
          { key: 'domain', head: t('domain'), cell: ({ domain }) => domain },
          { key: 'unit', head: t('unit'), cell: ({ unit }) => unit },
          {
            key: 'remove',
            head: <span className="sr-only">{t('remove')}</span>,
            cell: ({ domain }) => (
              <Form method="post">
                <FormMark />
                <HiddenInputs values={{ act: 'remove', domain }} />
                <Button small look="danger-quiet" aria-label={t('removeOf', { domain })}>
                  {t('remove')}
                </Button>
              </Form>
            ),
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
        <HiddenInputs values={{ act: 'add' }} />
        <TextInput
          name="domain"
          label={t('domain')}
          help={t('domainHelp')}
          error={errorAt('domain')}
          defaultValue={typedInto(answer?.typed, 'domain')}
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
        />
        <Select
          name="unit"
          label={t('unit')}
          none={t('chooseUnit')}
          choices={units}
          error={errorAt('unit')}
          defaultValue={typedInto(answer?.typed, 'unit')}
        />
        <Button>{t('add')}</Button>
      </Form>
    </>
  )
}
