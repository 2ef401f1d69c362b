import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { CheckBox } from '#app/ui/check-box.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { NoticePreview } from '#workflows/reading/holidays.ts'
import type { Fault } from '#workflows/settings-desk/change.ts'
import { ChangeNotice } from './change-notice.tsx'
import type { NotTaken } from './not-changed.server.ts'
import { NoticePreviewed } from './notice-previewed.tsx'

export const MOST_TEXT = 20_000

type NoticeImportProps = {
  /** the first year that is still missing */
  next: number
  /** of the calendar that the page shows */
  version: number
  refused: NotTaken | undefined
  preview: NoticePreview | null
  typed: (field: string) => string | undefined
  busy: FormDataEntryValue | null | undefined
  say: (fault: Fault) => string
}

/** A year's notice, pasted or as a file: first what it would do, then the word to store it. */
export function NoticeImport({ next, version, refused, preview, typed, busy, say }: NoticeImportProps) {
  const { t } = useTranslation(['holidays', 'site'])
  const mayStore = preview !== null && preview.faults.length === 0
  const faults = refused?.refused.code === 'invalid' ? refused.refused.faults : []
  const error = (field: string) => faults.filter((fault) => fault.field === field).map(say)[0]
  return (
    <section aria-labelledby="store">
      <h2 id="store" className="mb-2 text-lg">
        {t('holidays:import')}
      </h2>
      <ChangeNotice answer={refused} say={say} />
      {preview && <NoticePreviewed preview={preview} />}
      {mayStore && (
        <Form method="post" className="mb-6">
          <FormMark seen={version} />
          <HiddenInputs values={{ act: 'importCalendar', year: preview.year, text: typed('text') }} />
          {preview.doubt && <CheckBox name="sure" required label={t('holidays:sure')} error={error('sure')} />}
          <Button busy={busy === 'importCalendar'} busyLabel={t('site:buttons.saving')}>
            {t('holidays:store', { year: preview.year })}
          </Button>
        </Form>
      )}
      <Form method="post" encType="multipart/form-data" key={typed('text')}>
        <FormMark seen={version} />
        <HiddenInputs values={{ act: 'preview' }} />
        <TextInput
          name="year"
          label={t('holidays:year')}
          inputMode="numeric"
          error={error('year')}
          defaultValue={typed('year') ?? String(next)}
        />
        <FileField
          name="file"
          label={t('holidays:file')}
          help={t('holidays:fileHelp')}
          error={error('file')}
          accept=".txt,.html,.htm,.docx,.ics"
          optional
        />
        <TextArea
          name="text"
          label={t('holidays:text')}
          help={t('holidays:textHelp')}
          error={error('text')}
          rows={10}
          most={MOST_TEXT}
          optional
          defaultValue={typed('text')}
        />
        <Button look={mayStore ? 'quiet' : 'primary'} busy={busy === 'preview'} busyLabel={t('holidays:looking')}>
          {t('holidays:preview')}
        </Button>
      </Form>
    </section>
  )
}
