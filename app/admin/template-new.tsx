import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { readTemplateForm } from '#workflows/reading/templates.ts'
import { isPurpose } from '#workflows/templates/stored-parts.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { ChangeNotice } from './change-notice.tsx'
import { actOnTemplate } from './template-act.server.ts'
import { TemplateAside } from './template-aside.tsx'
import { TemplateForm } from './template-form.tsx'
import { useTemplateAnswer } from './use-template-answer.ts'

export const handle = { title: 'templates:form.titleNew' }

export const loader = forStaff(ADMIN_ROLES, async ({ house, request }) => {
  const purpose = new URL(request.url).searchParams.get('purpose')
  return readTemplateForm(house, isPurpose(purpose) ? purpose : 'refusal')
})
export const action = forStaff(ADMIN_ROLES, (visit) => actOnTemplate(visit, null))

export default function NewTemplate() {
  const { t } = useTranslation('templates')
  const choices = useLoaderData<typeof loader>()
  const answer = useTemplateAnswer(useActionData<typeof action>())
  return (
    <>
      <PageHead
        above={
          <Link className="link" to={`/admin/templates?purpose=${choices.purpose}`}>
            {t('form.back')}
          </Link>
        }
        title={t('form.titleNew')}
        lead={t(`purposes.${choices.purpose}`)}
      />
      <ChangeNotice answer={answer.refused} say={answer.say} />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <TemplateForm choices={choices} stands={null} typed={answer.typed} errorOf={answer.errorOf} />
        <TemplateAside choices={choices} sample={answer.sample} />
      </div>
    </>
  )
}
