import { type FocusEvent, type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckBox } from '#app/ui/check-box.tsx'
import type { FieldProps } from '#app/ui/field.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { useAlive } from '#app/ui/use-alive.ts'
import type { Choices } from './choices.ts'

const LIST = 'unit-names'

/**
 * The names that every field for a unit suggests: on the page once, however many fields ask, and drawn by the browser
 * alone, which has them already among what the page was made of.
 */
export function UnitNames({ units }: Pick<Choices, 'units'>) {
  const isAlive = useAlive()
  return (
    isAlive &&
    units.length > 0 && (
      <datalist id={LIST}>
        {units.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    )
  )
}

type UnitInputProps = FieldProps & { names: Choices['unitNames']; said: string }

/** One unit, by name. `said`: an id that the form begins with, or what was typed. */
export function UnitInput({ names, said, help, ...field }: UnitInputProps) {
  const { t } = useTranslation('acts')
  const helps = help ? `${t('unit')} ${help}` : t('unit')
  return <TextInput {...field} help={helps} list={LIST} autoComplete="off" defaultValue={names[said] ?? said} />
}

type UnitsInputProps = Omit<FieldProps, 'help'> & { choices: Choices; said: readonly string[] }

/** Several units: those already named stand ticked on top, others are added by name. */
export function UnitsInput({ choices, said, label, ...field }: UnitsInputProps) {
  const { t } = useTranslation('acts')
  const { id = field.name } = field
  const isKnown = (unit: string) => choices.unitNames[unit] !== undefined || choices.units.includes(unit)
  const [added, setAdded] = useState<readonly string[]>([])
  const ticked = [...said.filter(isKnown), ...added]
  const add = (input: HTMLInputElement) => {
    const name = input.value.trim()
    if (!choices.units.includes(name)) return
    if (!ticked.includes(name)) setAdded([...added, name])
    input.value = ''
  }
  return (
    <fieldset className="mb-5 [&_div]:mb-0">
      <legend className="font-medium">{label}</legend>
      {ticked.map((unit) => (
        <CheckBox
          key={unit}
          id={`${id}-${unit}`}
          name={field.name}
          value={unit}
          label={choices.unitNames[unit] ?? unit}
          defaultChecked
        />
      ))}
      <TextInput
        {...field}
        label={t('unitsAdd')}
        help={t('units')}
        list={LIST}
        autoComplete="off"
        defaultValue={said.filter((unit) => !isKnown(unit)).join('、')}
        // what was picked from the suggestions is whole; what is typed is whole once one goes on
        onInput={({ currentTarget, nativeEvent }: FormEvent<HTMLInputElement>) => {
          if (nativeEvent instanceof InputEvent && nativeEvent.inputType === 'insertReplacementText') add(currentTarget)
        }}
        onBlur={({ currentTarget }: FocusEvent<HTMLInputElement>) => add(currentTarget)}
      />
    </fieldset>
  )
}
