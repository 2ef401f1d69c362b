import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { Select } from '#app/ui/select.tsx'
import { MEANINGS, meaningOf } from '#workflows/channels/hotline/columns.ts'
import { ACCEPTED } from './file-form.tsx'

/** The headings the form was drawn for and what was said of each; null where another form was sent. */
export function columnsSaid(fields: URLSearchParams): { headings: string[]; said: string[] } | null {
  const listed = fields.get('headings')
  if (listed === null) return null
  const headings = z.array(z.string().max(500)).max(100).safeParse(parsed(listed)).data ?? []
  return { headings, said: headings.map((_, at) => fields.get(`meaning${at}`) ?? 'nothing') }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

type ColumnsFormProps = { headings: string[]; said: string[]; saysNothing: boolean }

/** What the columns of a table mean: asked once for every table with these headings. The file is not kept meanwhile. */
export function ColumnsForm({ headings, said, saysNothing }: ColumnsFormProps) {
  const { t } = useTranslation('switchboard')
  const busy = useNavigation().state === 'submitting'
  const meanings = MEANINGS.map((meaning) => ({ value: meaning, label: t(`meanings.${meaning}`) }))
  return (
    <Form method="post" encType="multipart/form-data" className="max-w-page">
      <FormMark />
      <HiddenInputs values={{ headings: JSON.stringify(headings) }} />
      {saysNothing && <ErrorSummary mistakes={[{ field: 'meaning0', message: t('columns.saysNothing') }]} />}
      <h2 className="text-lg">{t('columns.title')}</h2>
      <p className="mt-1 mb-4 max-w-measure text-muted">{t('columns.lead')}</p>
      <div className="mb-5 gap-x-6 sm:columns-2 lg:columns-3">
        {headings.map((heading, at) => (
          <div key={`${at} ${heading}`} className="break-inside-avoid">
            <Select
              name={`meaning${at}`}
              label={heading || t('columns.unnamed', { at: at + 1 })}
              choices={meanings}
              defaultValue={said[at] ?? meaningOf(heading)}
            />
          </div>
        ))}
      </div>
      <FileField name="file" label={t('columns.file')} help={t('columns.fileHelp')} accept={ACCEPTED} />
      <Button busy={busy} busyLabel={t('file.reading')}>
        {t('columns.keep')}
      </Button>
    </Form>
  )
}
