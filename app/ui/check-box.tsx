import type { InputHTMLAttributes } from 'react'
import { describedBy, type FieldProps } from './field.tsx'
import { FieldError } from './field-error.tsx'

type CheckBoxProps = Omit<FieldProps, 'optional'> &
  Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'className' | 'style' | 'type'>

/** Yes or not said. Sends `value` (`on` unless given) when ticked. */
export function CheckBox({ name, id = name, label, help, error, ...input }: CheckBoxProps) {
  return (
    <div className={`mb-5 ${error ? 'border-l-4 border-ink pl-3' : ''}`}>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className="flex min-h-10 items-start gap-3 py-1.5">
        <input
          {...input}
          type="checkbox"
          id={id}
          name={name}
          className="mt-1.5 size-4.5 shrink-0 accent-qing"
          aria-describedby={describedBy(id, { help, error })}
          aria-invalid={error ? true : undefined}
        />
        <div>
          <label htmlFor={id}>{label}</label>
          {help && (
            <p id={`${id}-help`} className="text-sm text-muted">
              {help}
            </p>
          )}
        </div>
      </div>
    </div>
  )
}
