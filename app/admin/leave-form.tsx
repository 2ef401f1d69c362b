import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { typedInto } from '#app/http/form-values.ts'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Select } from '#app/ui/select.tsx'
import type { Leaving } from '#workflows/reading/leaver.ts'
import { ChangeNotice } from './change-notice.tsx'
import type { NotTaken } from './not-changed.server.ts'
import { usePersonFault } from './person-fields.tsx'

/** First how much there is, then who goes on with it, then the one act. */
export function LeaveForm({ leaving, answer }: { leaving: Leaving; answer: NotTaken | undefined }) {
  const { t, i18n } = useTranslation('people')
  const busy = useNavigation().state === 'submitting'
  const say = usePersonFault()
  const { held, drafts, letters, absences, views, successors, worksOnCases, person } = leaving
  const faults = answer?.refused.code === 'invalid' ? answer.refused.faults : []
  const choose = (name: 'cases' | 'drafts' | 'letters', none: string, help?: string) => (
    <Select
      name={name}
      label={t(`fields.${name}`)}
      help={help}
      error={faults.filter(({ field }) => field === name).map(say)[0]}
      optional={name !== 'letters'}
      none={none}
      choices={successors[name].map(({ id, name: called, unit }) => ({ value: id, label: `${called} · ${unit}` }))}
      defaultValue={typedInto(answer?.typed, name) ?? ''}
    />
  )
  const stateOf = (phase: string) =>
    i18n.exists(`people:states.${phase}`) ? t(`states.${phase}` as 'states.triage') : phase
  const cases = held.map(({ phase, cases: count }) => (
    <li key={phase}>
      {stateOf(phase)} {t('leave.caseCount', { count })}
    </li>
  ))
  const facts = [
    { term: t('leave.cases'), is: cases.length > 0 ? <ul>{cases}</ul> : null },
    { term: t('leave.drafts'), is: drafts > 0 ? t('leave.caseCount', { count: drafts }) : null },
    { term: t('leave.letters'), is: letters && t(letters === 'last' ? 'leave.lettersYes' : 'leave.lettersOthers') },
    { term: t('leave.absences'), is: absences > 0 ? t('leave.absenceCount', { count: absences }) : null },
    { term: t('leave.views'), is: views > 0 ? t('leave.viewCount', { count: views }) : null },
  ]
  return (
    <div className="max-w-measure">
      <h2 className="mb-2 text-lg">{t('leave.has')}</h2>
      {facts.some(({ is }) => is !== null) ? <DefinitionList items={facts} /> : <p>{t('leave.nothing')}</p>}
      <Form method="post" className="mt-6" preventScrollReset>
        <FormMark seen={person.revision} />
        <ChangeNotice answer={answer} say={say} />
        {(worksOnCases || held.length > 0) && choose('cases', t('leave.toQueue'), t('leave.conflict'))}
        {drafts > 0 && choose('drafts', t('leave.keepAuthors'))}
        {letters === 'last' &&
          (successors.letters.length > 0 ? (
            choose('letters', t('choose'), t('leave.letterLead'))
          ) : (
            <Callout tone="warn">
              <p>{t('leave.noColleague')}</p>
              <LinkButton small to="/admin/people/new">
                {t('list.open')}
              </LinkButton>
            </Callout>
          ))}
        <Button look="danger-quiet" busy={busy} busyLabel={t('leave.doing')}>
          {t('leave.do')}
        </Button>
      </Form>
    </div>
  )
}
