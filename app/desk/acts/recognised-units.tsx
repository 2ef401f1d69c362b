import { useTranslation } from 'react-i18next'
import { CheckBox } from '#app/ui/check-box.tsx'
import type { Choices } from './choices.ts'

/** The units that the text itself was seen to accuse, to be confirmed along with the kind; what a clerk named before goes along. */
export function RecognisedUnits({ choices }: { choices: Choices }) {
  const { t } = useTranslation('acts')
  if (choices.provisional.length === 0) return null
  return (
    <fieldset className="mb-5 [&_div]:mb-0">
      <legend className="font-medium">{t('recognised')}</legend>
      <input type="hidden" name="recognised" value="yes" />
      {choices.accused.map((unit) => (
        <input key={unit} type="hidden" name="accused" value={unit} />
      ))}
      {choices.provisional.map((unit) => (
        <CheckBox
          key={unit}
          id={`classify-accused-${unit}`}
          name="accused"
          value={unit}
          label={choices.unitNames[unit] ?? ''}
          defaultChecked
        />
      ))}
    </fieldset>
  )
}
