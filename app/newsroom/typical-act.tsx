import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { RefusedForm } from '#app/http/answer.server.ts'
import { typedInto } from '#app/http/form-values.ts'
import { RefusalNotice } from '#app/http/refusal-notice.tsx'
import { SettlePlaces } from '#app/http/settle-places.tsx'
import { Button } from '#app/ui/button.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { FIELDS, type NewsroomAct } from './act-from.ts'
import { MOST, TextFields } from './text-fields.tsx'

type TypicalActProps = {
  type: NewsroomAct
  seen: number
  now: { title: string; body: string }
  /** what was refused, if it was this act */
  answer: RefusedForm | undefined
}

/** One act on a typical case as one plain form; a form that was refused keeps what was typed. */
export function TypicalAct({ type, seen, now, answer }: TypicalActProps) {
  const { t } = useTranslation(['newsroom', 'case', 'http', 'site'])
  const busy = useNavigation().formData?.get('act') === type
  const { issues = [], unsettled = [] } = answer?.refused ?? {}
  const ticked = answer?.typed.settled ?? []
  const idOf = (field: string) => `${type}-${field}`
  const named = answer && {
    ...answer,
    refused: { ...answer.refused, issues: issues.map((issue) => ({ ...issue, field: idOf(issue.field) })) },
  }
  const fields: readonly string[] = FIELDS[type]
  const reason = fields.includes('remark') ? 'remark' : fields.includes('text') ? 'text' : null
  const problem = issues.find(({ field }) => field === reason)?.problem
  const nameOf = (id: string) => {
    const field = (['title', 'body', 'remark', 'text'] as const).find((each) => idOf(each) === id)
    return field ? t(`newsroom:fields.${field}`) : id
  }
  return (
    <Form method="post" preventScrollReset className="pb-4">
      <FormMark seen={seen} />
      <HiddenInputs values={{ act: type }} />
      <RefusalNotice answer={named} nameOf={nameOf} />
      <p className="mb-4 text-sm text-muted">{t(`newsroom:does.${type}`)}</p>
      {fields.includes('body') && (
        <TextFields
          id={type}
          title={typedInto(answer?.typed, 'title') ?? now.title}
          body={typedInto(answer?.typed, 'body') ?? now.body}
          issues={issues}
          unsettled={unsettled}
          ticked={ticked}
        />
      )}
      {reason && (
        <TextArea
          id={idOf(reason)}
          name={reason}
          label={t(`newsroom:fields.${reason}`)}
          help={t(`newsroom:help.${reason}`)}
          error={problem && t(`http:issues.${problem}`, { field: t(`newsroom:fields.${reason}`) })}
          rows={3}
          most={MOST[reason]}
          defaultValue={typedInto(answer?.typed, reason)}
        />
      )}
      {reason && (
        <SettlePlaces
          id={`${type}-${reason}-settle`}
          unsettled={unsettled.find(({ field }) => field === reason)}
          ticked={ticked}
        />
      )}
      <Button
        busy={busy}
        busyLabel={t('site:buttons.sending')}
        look={type === 'withdraw' ? 'danger-quiet' : type.startsWith('return') ? 'quiet' : 'primary'}
      >
        {type === 'draft' ? t('site:buttons.save') : t(`case:typicalCase.acts.${type}`)}
      </Button>
    </Form>
  )
}
