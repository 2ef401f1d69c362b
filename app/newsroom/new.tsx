import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerRefused } from '#app/http/answer.server.ts'
import { typedInto } from '#app/http/form-values.ts'
import { RefusalNotice } from '#app/http/refusal-notice.tsx'
import { settledIn } from '#app/http/settled-in.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { startTypicalCase } from '#workflows/engine/start-typical-case.ts'
import { readClosedCases } from '#workflows/reading/newsroom-cases.ts'
import { CaseChoice } from './case-choice.tsx'
import { MOST, TextFields } from './text-fields.tsx'

export const handle = { title: 'newsroom:new.title' }
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

export const loader = forStaff(['editor'], async ({ house, by, request }) => {
  const [closed = '', id = ''] = (new URL(request.url).searchParams.get('after') ?? '').split(',')
  return readClosedCases(house, by, DAY.test(closed) && UUID.test(id) ? { closed, id } : null)
})

export const action = forStaff(['editor'], async ({ house, by, request }) => {
  const form = await request.formData()
  const text = (field: string) => String(form.get(field) ?? '')
  const sources = form.getAll('sources').filter((each) => typeof each === 'string')
  const outcome = await startTypicalCase(house, by, {
    title: text('title'),
    body: text('body'),
    sources,
    ...settledIn(form),
  })
  if (outcome.kind === 'refused') return answerRefused(outcome, form)
  return redirect(`/newsroom/${outcome.id}`, 303)
})

/** One to four closed cases, a title and a first text begin a typical case. */
export default function NewTypicalCase() {
  const { t } = useTranslation(['newsroom', 'site'])
  const { rows, next, similar } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const busy = useNavigation().state === 'submitting'
  const nameOf = (field: string) => t(`newsroom:fields.${field === 'sources' || field === 'title' ? field : 'body'}`)
  return (
    <>
      <PageHead title={t('newsroom:new.title')} lead={t('newsroom:new.lead')} />
      {rows.length === 0 ? (
        <Empty title={t('newsroom:new.none')}>
          <p>{t('newsroom:new.noneAdvice')}</p>
        </Empty>
      ) : (
        <Form method="post" className="gap-8 lg:grid lg:grid-cols-2">
          <FormMark />
          <div>
            <RefusalNotice answer={answer} nameOf={nameOf} />
            <CaseChoice rows={rows} similar={similar} chosen={answer?.typed.sources ?? []} />
            {next && (
              <LinkButton small to={`/newsroom/new?after=${next.closed},${next.id}`}>
                {t('site:buttons.next')}
              </LinkButton>
            )}
          </div>
          <div className="max-lg:mt-6">
            <TextFields
              id="new"
              title={typedInto(answer?.typed, 'title')}
              body={typedInto(answer?.typed, 'body')}
              issues={answer?.refused.issues ?? []}
              unsettled={answer?.refused.unsettled}
              ticked={answer?.typed.settled}
            />
            <p className="mb-4 text-sm text-muted">{t('newsroom:new.rule', { most: MOST.sources })}</p>
            <Button busy={busy} busyLabel={t('site:buttons.saving')}>
              {t('newsroom:new.begin')}
            </Button>
          </div>
        </Form>
      )}
    </>
  )
}
