import { useTranslation } from 'react-i18next'
import { CheckBox } from '#app/ui/check-box.tsx'
import type { FieldMistake } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { FILE_LIMITS } from '#workflows/channels/report.ts'
import type { Typed } from '#workflows/channels/web/report-form.ts'
import { mistakeAt } from './faults.ts'

const ACCEPTED = '.jpg,.jpeg,.png,.webp,.heic,.heif,.pdf,.docx,.xlsx,.txt,.doc,.wps,.xls,.m4a,.mp3,.amr,.mp4'
const LINES = ['place', 'unit', 'happened'] as const

type MoreFieldsProps = {
  vault: boolean
  typed: Typed | undefined
  mistakes: readonly FieldMistake[]
  /** files that were sent with a form that came back, and are gone */
  again: readonly string[]
}

/** 可以更好办: all of it may stay empty. Opens by itself where something is in it or wrong with it. */
export function MoreFields({ vault, typed, mistakes, again }: MoreFieldsProps) {
  const { t } = useTranslation('frontDesk')
  const wrong = (field: string) => mistakeAt(mistakes, field)
  const filled = typed && (LINES.some((line) => typed[line]) || typed.contact || typed.noDispatch)
  const isOpen =
    Boolean(filled) || again.length > 0 || mistakes.some(({ field }) => field !== 'text' && field !== 'send')
  return (
    <Fold summary={t('more.summary')} hint={t('more.hint')} open={isOpen}>
      {LINES.map((line) => (
        <TextInput
          key={line}
          name={line}
          label={t(`more.${line}.label`)}
          help={t(`more.${line}.help`)}
          defaultValue={typed?.[line]}
          error={wrong(line)}
          autoComplete="off"
          optional
        />
      ))}
      <CheckBox
        name="noDispatch"
        label={t('more.noDispatch.label')}
        help={t('more.noDispatch.help')}
        defaultChecked={typed?.noDispatch}
      />
      <FileField
        name="files"
        label={t('more.files.label')}
        help={
          <>
            {t('more.files.help')}
            <span data-too-big="files" role="status" hidden className="block font-medium text-ink">
              {t('more.files.tooBig')}
            </span>
            <span data-files="files" data-remove={t('more.files.remove')} className="block text-ink" />
          </>
        }
        error={
          wrong('files') ?? (again.length > 0 ? t('more.files.again', { files: again.join(t('comma')) }) : undefined)
        }
        accept={ACCEPTED}
        most={FILE_LIMITS.files}
        optional
      />
      {vault && (
        <TextArea
          name="contact"
          label={t('more.contact.label')}
          help={t('more.contact.help')}
          rows={2}
          defaultValue={typed?.contact}
          error={wrong('contact')}
          autoComplete="off"
          data-never-keep
          optional
        />
      )}
    </Fold>
  )
}
