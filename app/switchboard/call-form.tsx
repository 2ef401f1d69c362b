import { Form, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { CheckBox } from '#app/ui/check-box.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { REPORT_LIMITS } from '#workflows/channels/report.ts'
import type { Keyed, KeyedFault } from '#workflows/channels/switchboard.ts'
import { CALLER, takeTurn } from './take-turn.ts'

type CallFormProps = {
  kinds: readonly { code: string; zh: string; en: string }[]
  submission: string
  /** the call came back: everything keyed in, and what is wrong */
  returned: { typed: Keyed; faults: readonly KeyedFault[] } | undefined
}

/** A call as it is spoken: one text in which Enter gives the word to the other, and beside it what is asked as one goes. */
export function CallForm({ kinds, submission, returned }: CallFormProps) {
  const { t, i18n } = useTranslation('switchboard')
  const busy = useNavigation().state === 'submitting'
  const text = useRef<HTMLDivElement>(null)
  // a call begins with the first word
  useEffect(() => {
    const area = text.current?.querySelector('textarea')
    const form = text.current?.closest('form')
    // whoever was quicker than the page's scripts keeps the cursor where it is
    if (!returned && form?.contains(document.activeElement)) return
    const wrong = form?.querySelector<HTMLElement>('[aria-invalid]')
    const place = wrong ?? area
    place?.focus()
    if (place === area) area?.setSelectionRange(area.value.length, area.value.length)
  }, [returned])
  const mistakes = (returned?.faults ?? []).map((fault) => ({ field: fault.field, message: wordsOf(fault) }))
  const errorAt = (field: string) => mistakes.find((mistake) => mistake.field === field)?.message
  const typed = returned?.typed
  return (
    <>
      <PageHead title={t('call.title')} lead={t('call.lead')} />
      <Form method="post" className="max-w-page gap-8 lg:grid lg:grid-cols-[3fr_2fr]">
        <div ref={text}>
          <FormMark />
          <HiddenInputs values={{ submission }} />
          <ErrorSummary mistakes={mistakes} />
          <TextArea
            name="text"
            label={t('call.text')}
            help={t('call.textHelp')}
            rows={14}
            most={REPORT_LIMITS.text}
            defaultValue={typed?.text ?? CALLER}
            error={errorAt('text')}
            autoComplete="off"
            onKeyDown={takeTurn}
          />
        </div>
        <div>
          <Select
            name="kind"
            label={t('call.kind')}
            help={t('call.kindHelp')}
            none={t('call.noKind')}
            choices={kinds.map(({ code, zh, en }) => ({
              value: code,
              label: `${code} ${i18n.language === 'en' ? en : zh}`,
            }))}
            defaultValue={typed?.kind ?? ''}
            optional
          />
          {(['place', 'unit'] as const).map((field) => (
            <TextInput
              key={field}
              name={field}
              label={t(`call.${field}`)}
              help={t(`call.${field}Help`)}
              defaultValue={typed?.[field]}
              error={errorAt(field)}
              autoComplete="off"
              optional
            />
          ))}
          <CheckBox
            name="noDispatch"
            label={t('call.noDispatch')}
            help={t('call.noDispatchHelp')}
            defaultChecked={Boolean(typed?.noDispatch)}
          />
          <TextInput
            name="receipt"
            label={t('call.receipt')}
            help={t('call.receiptHelp')}
            defaultValue={typed?.receipt}
            error={errorAt('receipt')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={200}
            optional
          />
          <Button busy={busy} busyLabel={t('call.sending')}>
            {t('call.send')}
          </Button>
          <p className="mt-2 text-sm text-muted">{t('call.sendHelp')}</p>
        </div>
      </Form>
    </>
  )

  function wordsOf(fault: KeyedFault): string {
    if (fault.problem === 'tooLong')
      return t('call.tooLong', { field: t(`call.${fault.field}`), has: fault.length, most: fault.most })
    return t(`call.faults.${fault.problem}`)
  }
}
