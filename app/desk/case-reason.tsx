import { Form, useActionData, useNavigation, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { ClosedCase } from '#workflows/reading/closed-case.ts'
import { REASON } from '#workflows/reading/reason-length.ts'
import type { action } from './case.tsx'
import { CaseDone } from './case-done.tsx'
import { CaseNeighbours } from './case-neighbours.tsx'
import { useCaseWord } from './use-case-word.ts'

/** After these a case may be open no more to whoever did them. */
const LEAVING = ['handOver', 'stepAside']

/** A case that is neither in one's hands nor waiting for one's role: what a queue shows of it, and one line to open it by. */
export function CaseReason({ closed }: { closed: ClosedCase }) {
  const { t, i18n } = useTranslation('desk')
  const word = useCaseWord()
  const answer = useActionData<typeof action>()
  const { state } = useNavigation()
  const [search] = useSearchParams()
  const done = LEAVING.find((act) => act === search.get('done'))
  const kind = closed.kind && (i18n.language === 'en' ? closed.kind.en : closed.kind.zh)
  return (
    <div className="max-w-measure">
      <PageHead
        above={<CaseNeighbours at={closed.id} />}
        title={<span className="tabular-nums">{closed.number}</span>}
        lead={t('reason.lead')}
      />
      {done && !answer && <CaseDone act={done} at={closed.id} />}
      <DefinitionList
        items={[
          { term: t('queue.state'), is: word('states', closed.life) },
          { term: t('queue.kind'), is: kind ?? t('queue.notClassified') },
          { term: t('queue.place'), is: closed.place ?? t('queue.placeUnknown') },
          { term: t('reason.received'), is: formatDay(closed.receivedOn, i18n.language) },
          { term: t('queue.due'), is: closed.due && formatDay(closed.due, i18n.language) },
          { term: t('queue.holder'), is: closed.holder ?? t('queue.nobody') },
        ]}
      />
      <Form method="post" preventScrollReset>
        <FormMark />
        <TextInput
          name="reason"
          label={t('reason.label')}
          help={t('reason.help')}
          error={answer?.reason ? t(`reason.${answer.reason.fault}`, REASON) : undefined}
          defaultValue={answer?.reason?.typed ?? ''}
          maxLength={REASON.most}
          autoComplete="off"
          autoFocus
        />
        <Button busy={state === 'submitting'} busyLabel={t('reason.opening')}>
          {t('reason.open')}
        </Button>
      </Form>
    </div>
  )
}
