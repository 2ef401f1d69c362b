import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckBox } from '#app/ui/check-box.tsx'
import type { Unsettled } from '#workflows/engine/refusal.ts'

type SettlePlacesProps = {
  id: string
  /** the text of this field, if something in it is to be settled */
  unsettled: Unsettled | undefined
  /** what was ticked before, as the form sent it */
  ticked: readonly string[]
}

/**
 * Under the field of a text that may not leave yet: the text with each place marked where it stands, and for each a box
 * that says it leads to nobody. What is typed in the field above is the text; this only shows it.
 */
export function SettlePlaces({ id, unsettled, ticked }: SettlePlacesProps) {
  const { t } = useTranslation('http')
  if (!unsettled) return null
  const { field, text, found } = unsettled
  const each = [...new Map(found.map((place) => [`${place.kind} ${place.text}`, place])).values()]
  return (
    <fieldset id={id} tabIndex={-1} className="mb-6 rounded-md border-2 border-ink px-3 pt-2">
      <legend className="px-1 font-semibold">{t('settle.title')}</legend>
      <p className="mb-2 text-sm">{t('settle.lead')}</p>
      <blockquote className="mb-2 max-h-80 overflow-y-auto border-l-3 border-qing pl-3 whitespace-pre-wrap">
        {found.map((place, at) => (
          <Fragment key={place.start}>
            {text.slice(Math.min(found[at - 1]?.end ?? 0, place.start), place.start)}
            <mark className="bg-wash font-semibold text-ink underline decoration-2">
              {text.slice(Math.max(found[at - 1]?.end ?? 0, place.start), place.end)}
            </mark>
          </Fragment>
        ))}
        {text.slice(found.at(-1)?.end ?? 0)}
      </blockquote>
      {each.map(({ kind, text: words, mayKeep }, at) => {
        const value = JSON.stringify({ field, kind, text: words })
        const said = { what: t(`settle.kinds.${kind}`), words }
        return mayKeep ? (
          <CheckBox
            key={value}
            id={`${id}-${at}`}
            name="settled"
            value={value}
            label={t('settle.keep', said)}
            defaultChecked={ticked.includes(value)}
          />
        ) : (
          <p key={value} className="mb-4 font-medium">
            {t('settle.never', said)}
          </p>
        )
      })}
    </fieldset>
  )
}
