import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { CheckBox } from '#app/ui/check-box.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'

export const ACCEPTED = '.csv,.tsv,.xlsx,.xls,.xml,.html,.htm,.json,.jsonl,.srt,.vtt,.ass,.ssa,.txt'

/** A file of calls, to be looked at first. */
export function FileForm({ error }: { error: string | undefined }) {
  const { t } = useTranslation('switchboard')
  const busy = useNavigation().state === 'submitting'
  return (
    <Form method="post" encType="multipart/form-data" className="max-w-measure">
      <FormMark />
      <FileField name="file" label={t('file.label')} help={t('file.help')} error={error} accept={ACCEPTED} />
      <CheckBox name="askColumns" label={t('file.askColumns')} help={t('file.askColumnsHelp')} />
      <Button busy={busy} busyLabel={t('file.reading')}>
        {t('file.look')}
      </Button>
    </Form>
  )
}
