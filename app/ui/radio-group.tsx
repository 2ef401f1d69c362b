import type { Choice } from './choice.ts'
import { describedBy, type FieldProps } from './field.tsx'
import { FieldError } from './field-error.tsx'
import { OptionalMark } from './optional-mark.tsx'

type RadioGroupProps = FieldProps & {
  choices: readonly Choice[]
  defaultValue?: string
  /** side by side where there is room */
  inline?: boolean
}

/** One of a few, all in sight. The group's id (`name`) stands on the first choice, so that the error summary leads there. */
export function RadioGroup({
  name,
  id = name,
  label,
  help,
  error,
  optional,
  choices,
  defaultValue,
  inline,
}: RadioGroupProps) {
  return (
    <fieldset
      className={`mb-5 ${error ? 'border-l-4 border-ink pl-3' : ''}`}
      aria-describedby={describedBy(id, { help, error })}
    >
      <legend className="mb-1 font-medium">
        {label}
        {optional && <OptionalMark />}
      </legend>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className={inline ? 'flex flex-wrap gap-x-6' : ''}>
        {choices.map((choice, at) => (
          <label key={choice.value} className="flex min-h-10 items-start gap-3 py-1.5">
            <input
              type="radio"
              id={at === 0 ? id : undefined}
              name={name}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
              required={!optional}
              className="mt-1.5 size-4.5 shrink-0 accent-qing"
            />
            <span>
              {choice.label}
              {choice.help && <span className="block text-sm text-muted">{choice.help}</span>}
            </span>
          </label>
        ))}
      </div>
      {help && (
        <p id={`${id}-help`} className="mt-1 text-sm text-muted">
          {help}
        </p>
      )}
    </fieldset>
  )
}
