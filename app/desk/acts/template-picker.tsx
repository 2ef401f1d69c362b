import { type ChangeEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilledTemplate } from '#workflows/reading/case-templates.ts'
import type { DeskAct } from './act-fields.ts'
import { fillIn, type Words } from './fill-in.ts'
import { fitting, type Slot, wordsInto } from './template-slots.ts'
import { useChosenEarly } from './use-chosen-early.ts'

type TemplatePickerProps = {
  id: string
  act: DeskAct
  slot: Slot
  templates: readonly FilledTemplate[]
  /** the template whose words the form began with */
  begun: string | undefined
  /** the form that asks for the page anew with another template, where there are no scripts */
  askedIn: string
}

/** Which text to begin from: chosen, it stands in the fields to be read and changed, and can be taken back. */
export function TemplatePicker({ id, act, slot, templates, begun, askedIn }: TemplatePickerProps) {
  const { t } = useTranslation(['acts', 'case'])
  const [before, setBefore] = useState<Words | null>(null)
  const list = useRef<HTMLSelectElement>(null)
  useChosenEarly(list, begun ?? '')
  const fit = fitting(slot, templates)
  if (fit.length === 0) return null
  const choose = ({ currentTarget }: ChangeEvent<HTMLSelectElement>) => {
    const form = currentTarget.parentElement?.closest('form')
    const chosen = fit.find((template) => template.id === currentTarget.value)
    if (form && chosen) setBefore(fillIn(form, wordsInto(slot, chosen)))
  }
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
      <label htmlFor={id}>
        {t('acts:picker.use')}
        {slot.track && <span className="sr-only"> {t(`case:tracks.${slot.track}`)}</span>}
      </label>
      <select
        ref={list}
        id={id}
        name="template"
        form={askedIn}
        defaultValue={begun ?? ''}
        onChange={choose}
        className="control min-h-8 w-auto max-w-full min-w-0 grow py-0.5 text-sm"
      >
        <option value="">{t('acts:picker.none')}</option>
        {fit.map((template) => (
          <option key={template.id} value={template.id}>
            {template.title}
          </option>
        ))}
      </select>
      <noscript>
        <button form={askedIn} name="act" value={act} className="link min-h-8">
          {t('acts:picker.fill')}
        </button>
      </noscript>
      {before && (
        <button
          type="button"
          className="link min-h-8"
          onClick={({ currentTarget }) => {
            if (currentTarget.form) fillIn(currentTarget.form, before)
            setBefore(null)
          }}
        >
          {t('acts:picker.undo')}
        </button>
      )}
    </div>
  )
}
