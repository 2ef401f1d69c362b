import type { TextareaHTMLAttributes } from 'react'
import { describedBy, Field, type FieldProps } from './field.tsx'

type TextAreaProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps | 'className' | 'style' | 'maxLength'> & {
    /** how much is taken; counted beside the field, never cut off while one types */
    most?: number
  }

/** Several lines of text. The page's script counts where the limit comes near; without it the page that comes back says it. */
export function TextArea({ name, id = name, label, help, error, optional, most, rows = 6, ...area }: TextAreaProps) {
  const counter = most && <output htmlFor={id} data-counter={id} className="shrink-0 tabular-nums" />
  return (
    <Field {...{ name, id, label, help, error, optional, after: counter }}>
      <textarea
        {...area}
        id={id}
        name={name}
        rows={rows}
        className="control resize-y leading-[1.7]"
        required={!optional}
        data-most={most}
        aria-describedby={describedBy(id, { help, error })}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  )
}
