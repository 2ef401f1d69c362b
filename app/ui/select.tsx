import type { SelectHTMLAttributes } from 'react'
import { describedBy, Field, type FieldProps } from './field.tsx'

export type SelectChoice = { value: string; label: string }
type SelectProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps | 'className' | 'style'> & {
    choices?: readonly SelectChoice[]
    /** choices under headings, after the plain ones */
    groups?: readonly { label: string; choices: readonly SelectChoice[] }[]
    /** the first, empty line, where nothing is chosen yet */
    none?: string
  }

const line = ({ value, label }: SelectChoice) => (
  <option key={value} value={value}>
    {label}
  </option>
)

/** One of many, in the browser's own list. */
export function Select({
  name,
  id = name,
  label,
  help,
  error,
  optional,
  choices = [],
  groups = [],
  none,
  ...select
}: SelectProps) {
  return (
    <Field {...{ name, id, label, help, error, optional }}>
      <select
        {...select}
        id={id}
        name={name}
        className="control"
        required={!optional}
        aria-describedby={describedBy(id, { help, error })}
        aria-invalid={error ? true : undefined}
      >
        {none !== undefined && <option value="">{none}</option>}
        {choices.map(line)}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map(line)}
          </optgroup>
        ))}
      </select>
    </Field>
  )
}
