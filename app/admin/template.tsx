import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { problem } from '#app/http/problem.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { Fold } from '#app/ui/fold.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readTemplate } from '#workflows/reading/templates.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { ChangeNotice } from './change-notice.tsx'
import { actOnTemplate } from './template-act.server.ts'
import { TemplateAside, TemplateTexts } from './template-aside.tsx'
import { TemplateForm } from './template-form.tsx'
import { useHeld } from './use-held.ts'
import { useTemplateAnswer } from './use-template-answer.ts'

export const handle = { title: 'templates:list.title' }

/** Also after a refusal: whoever was too late sees how it stands now, and can save again from there. */
export const shouldRevalidate = () => true

export const loader = forStaff(ADMIN_ROLES, async ({ house, params }) => {
  const page = await readTemplate(house, params.id ?? '')
  if (!page) throw problem('404')
  return page
})
export const action = forStaff(ADMIN_ROLES, (visit) => actOnTemplate(visit, visit.params.id ?? ''))

const DONE = ['saved', 'retired', 'restored'] as const

/** One template: its texts to be changed, the blanks beside them, how it looks, and every text it had. */
export default function Template() {
  const { t, i18n } = useTranslation('templates')
  const page = useLoaderData<typeof loader>()
  const answer = useTemplateAnswer(useActionData<typeof action>())
  const [search] = useSearchParams()
  const act = answer.typed?.act?.[0]
  const drawnFrom = useHeld(page, act === 'save' || act === 'preview')
  const done = answer.typed ? undefined : DONE.find((each) => each === search.get('done'))
  return (
    <>
      <PageHead
        above={
          <Link className="link" to={`/admin/templates?purpose=${page.purpose}`}>
            {t('form.back')}
          </Link>
        }
        title={<span lang="zh-CN">{page.title}</span>}
        lead={t(`purposes.${page.purpose}`)}
      >
        <Form method="post">
          <FormMark seen={page.version} />
          <Button small look="danger-quiet" name="act" value={page.retired ? 'restore' : 'retire'}>
            {t(page.retired ? 'form.restore' : 'form.retire')}
          </Button>
        </Form>
      </PageHead>
      {done && <Callout>{t(`form.${done}`)}</Callout>}
      {page.retired && done !== 'retired' && <Callout tone="warn">{t('form.isRetired')}</Callout>}
      {answer.sample && <Callout>{t('form.previewed')}</Callout>}
      <ChangeNotice answer={answer.refused} say={answer.say} />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <TemplateForm
          key={drawnFrom.version}
          choices={page}
          stands={{ ...page, kind: page.kind?.code ?? null }}
          typed={answer.typed}
          errorOf={answer.errorOf}
        />
        <TemplateAside choices={page} sample={answer.sample ?? page.sample} />
      </div>
      <h2 className="mt-8 mb-2 text-lg">{t('form.versions')}</h2>
      <div className="max-w-3xl [&_details]:mb-2">
        {page.versions.map(({ version, on, by, parts }) => (
          <Fold
            key={version}
            summary={`${t('form.version', { version })}${version === page.version ? ` · ${t('form.inUse')}` : ''}`}
            hint={t('list.by', { day: formatDay(on, i18n.language), by: by ?? t('list.shipped') })}
          >
            <TemplateTexts parts={parts} fields={page.fields} />
          </Fold>
        ))}
      </div>
    </>
  )
}
