import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { FieldMistake } from '#app/ui/error-summary.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { REPORT_LIMITS } from '#workflows/channels/report.ts'
import type { ShownMail } from './mail-shown.tsx'
import type { MailAnswer } from './mail.tsx'

type DecideProps = { mail: ShownMail; answer: MailAnswer | undefined; mistakes: readonly FieldMistake[] }

/** What becomes of the mail: a report with words that somebody confirmed, or nothing, for a reason. */
export function DecideMail({ mail, answer, mistakes }: DecideProps) {
  const { t } = useTranslation('mails')
  const busy = useNavigation().state === 'submitting'
  const errorAt = (field: string) => mistakes.find((mistake) => mistake.field === field)?.message
  const given = mail.read ? mail.own.slice(0, REPORT_LIMITS.text) : ''
  return (
    <div>
      <Form method="post" className="mb-6 rounded-md border border-line bg-sheet px-4 pt-4 pb-4">
        <FormMark seen={mail.revision} />
        <HiddenInputs values={{ act: 'release' }} />
        <h2 className="mb-3 text-base">{t('release.title')}</h2>
        <TextArea
          name="text"
          label={t('release.text')}
          help={t('release.help')}
          error={errorAt('text')}
          rows={10}
          most={REPORT_LIMITS.text}
          defaultValue={answer?.typed.text || given}
        />
        <Button busy={busy}>{t('release.send')}</Button>
      </Form>
      <Form method="post" className="rounded-md border border-line bg-sheet px-4 pt-4 pb-4">
        <FormMark seen={mail.revision} />
        <HiddenInputs values={{ act: 'reject' }} />
        <h2 className="mb-3 text-base">{t('reject.title')}</h2>
        <TextArea
          name="grounds"
          label={t('reject.grounds')}
          help={t('reject.help')}
          error={errorAt('grounds')}
          rows={3}
          defaultValue={answer?.typed.grounds}
        />
        <Button look="quiet" busy={busy}>
          {t('reject.send')}
        </Button>
      </Form>
    </div>
  )
}
