import { describedBy, Field, type FieldProps } from './field.tsx'

type FileFieldProps = FieldProps & {
  /** the `accept` attribute: what the picker offers; the server decides */
  accept?: string
  /** how many may be chosen; more than one makes the picker take several */
  most?: number
}

/** Files from the device. They cannot be given back after an error, which `help` should say. */
export function FileField({ name, id = name, label, help, error, optional, accept, most = 1 }: FileFieldProps) {
  return (
    <Field {...{ name, id, label, help, error, optional }}>
      <input
        type="file"
        id={id}
        name={name}
        accept={accept}
        multiple={most > 1}
        data-most={most}
        required={!optional}
        className="control file:mr-4 file:rounded-sm file:border file:border-solid file:border-edge file:bg-wash file:px-3 file:py-0.5 file:text-ink"
        aria-describedby={describedBy(id, { help, error })}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  )
}
