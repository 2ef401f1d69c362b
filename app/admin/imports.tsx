import { data } from '@remix-run/node'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { commaOf } from '#app/ui/comma.ts'
import { problem } from '#app/http/problem.ts'
import { readPosted } from '#app/http/uploads.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { dryRun, importPlan } from '#workflows/settings-desk/imports.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { PlannedRows } from './planned-rows.tsx'

export const handle = { title: 'imports:title' }

export const loader = forStaff(ADMIN_ROLES, async () => null)

export const action = forStaff(ADMIN_ROLES, async ({ house, by, request }) => {
  const { fields, files, problems, empty, broken } = await readPosted(request)
  if (broken) throw problem('400')
  const plan = fields.get('plan')
  if (plan !== null) {
    const done = await importPlan(house, by, plan)
    return data(done, { status: done.kind === 'imported' ? 200 : 409 })
  }
  const subject = fields.get('subject') === 'people' ? 'people' : 'units'
  const [file] = files
  if (!file) {
    const why = problems.length > 0 ? 'tooLarge' : empty.length > 0 ? 'empty' : 'missing'
    return data({ kind: 'notRead', problem: why } as const, { status: 422 })
  }
  const run = await dryRun(house, by, subject, file.bytes)
  return data(run, { status: run.kind === 'notRead' ? 422 : 200 })
})

/** Units and people from a table: first what it would do, row by row, then all of it or nothing. */
export default function Imports() {
  const { t, i18n } = useTranslation('imports')
  const answer = useActionData<typeof action>()
  const busy = useNavigation().state === 'submitting'
  const rows = answer && 'rows' in answer ? answer.rows : null
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {answer?.kind === 'notRead' && (
        <ErrorSummary
          mistakes={[
            {
              field: 'file',
              message: t(`notRead.${answer.problem}`, {
                columns: 'missing' in answer ? answer.missing.join(commaOf(i18n.language)) : '',
              }),
            },
          ]}
        />
      )}
      {answer?.kind === 'gone' && <ErrorSummary mistakes={[{ field: 'file', message: t('gone') }]} />}
      {answer?.kind === 'stale' && <ErrorSummary mistakes={[{ field: 'file', message: t('stale') }]} />}
      {answer?.kind === 'imported' && (
        <Callout
          title={t(answer.subject === 'people' ? 'proposed' : 'imported', {
            opened: answer.opened,
            changed: answer.changed,
          })}
        >
          <p>{t('onRecord')}</p>
          {answer.subject === 'people' && (
            <LinkButton small to="/admin/requests">
              {t('toRequests')}
            </LinkButton>
          )}
        </Callout>
      )}
      {rows && <PlannedRows rows={rows} />}
      {answer?.kind === 'planned' && answer.id && (
        <Form method="post" className="mb-8">
          <FormMark />
          <HiddenInputs values={{ plan: answer.id }} />
          <Button busy={busy} busyLabel={t('importing')}>
            {t('confirm')}
          </Button>
          <p className="mt-1 text-sm text-muted">{t('confirmMeans')}</p>
        </Form>
      )}
      {answer?.kind === 'planned' && !answer.id && <Callout tone="warn">{t('cannot')}</Callout>}
      <Form method="post" encType="multipart/form-data" className="max-w-measure print:hidden">
        <FormMark />
        <RadioGroup
          name="subject"
          label={t('subject')}
          inline
          choices={(['units', 'people'] as const).map((each) => ({ value: each, label: t(`subjects.${each}`) }))}
          defaultValue={answer?.kind === 'planned' ? answer.subject : 'units'}
        />
        <FileField name="file" label={t('file')} help={t('fileHelp')} accept=".xlsx,.csv" />
        <div className="flex flex-wrap gap-3">
          <Button
            busy={busy}
            busyLabel={t('reading')}
            look={answer?.kind === 'planned' && answer.id ? 'quiet' : 'primary'}
          >
            {t('dryRun')}
          </Button>
          <LinkButton to="/admin/imports/units.xlsx" download="units.xlsx">
            {t('blank.units')}
          </LinkButton>
          <LinkButton to="/admin/imports/people.xlsx" download="people.xlsx">
            {t('blank.people')}
          </LinkButton>
        </div>
      </Form>
    </>
  )
}
