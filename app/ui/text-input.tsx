import type { InputHTMLAttributes } from 'react'
import { describedBy, Field, type FieldProps } from './field.tsx'

type TextInputProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'className' | 'style'>

/** One line of text with its label; `type`, `inputMode`, `autoComplete`, `defaultValue` and the like go to the input. */
export function TextInput({ name, id = name, label, help, error, optional, ...input }: TextInputProps) {
  return (
    <Field {...{ name, id, label, help, error, optional }}>
      <input
        {...input}
        id={id}
        name={name}
        className="control"
        required={!optional}
        aria-describedby={describedBy(id, { help, error })}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  )
}
