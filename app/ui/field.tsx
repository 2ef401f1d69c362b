import type { ReactNode } from 'react'
import { FieldError } from './field-error.tsx'
import { OptionalMark } from './optional-mark.tsx'

/** What every field of a form has. `name` is also its id, which the error summary links to, unless `id` says otherwise. */
export type FieldProps = {
  name: string
  id?: string
  label: ReactNode
  help?: ReactNode
  /** what is wrong and what to do about it */
  error?: ReactNode
  /** marked where it may be left out; what is required is not marked */
  optional?: boolean
}

/** The ids by which a control is described: its help, then its error. */
export const describedBy = (id: string, { help, error }: Pick<FieldProps, 'help' | 'error'>) =>
  [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined

/** Label above, control, help below, error beside it with a bar; `after` stands in line with the help (a counter). */
export function Field({
  id,
  label,
  help,
  error,
  optional,
  after,
  children,
}: FieldProps & { after?: ReactNode; children: ReactNode }) {
  return (
    <div className={`mb-5 ${error ? 'border-l-4 border-ink pl-3' : ''}`}>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
        {optional && <OptionalMark />}
      </label>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
      {(help || after) && (
        <div className="mt-1 flex justify-between gap-4 text-sm text-muted">
          {help ? <p id={`${id}-help`}>{help}</p> : <span />}
          {after}
        </div>
      )}
    </div>
  )
}
