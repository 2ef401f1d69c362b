/** The fields of a header as they stand there, line breaks and folding included; joined they are the header again. */
export function fieldsOf(header: string): string[] {
  const fields: string[] = []
  for (const line of header === '' ? [] : header.split(/(?<=\n)/)) {
    if (fields.length > 0 && /^[ \t]/.test(line)) fields[fields.length - 1] += line
    else fields.push(line)
  }
  return fields
}

/** The first field of this name counts, as for everybody who reads mail. */
export const fieldAt = (fields: readonly string[], name: string): number =>
  fields.findIndex((field) => nameOf(field) === name)

export const nameOf = (field: string): string => field.slice(0, field.indexOf(':')).trim().toLowerCase()

/** What a field says, in one line; null where it is not there. */
export function fieldValue(fields: readonly string[], name: string): string | null {
  const field = fields[fieldAt(fields, name)]
  return field === undefined
    ? null
    : field
        .slice(field.indexOf(':') + 1)
        .replace(/\r?\n/g, '')
        .trim()
}

/** The header with one field saying something else, or more. */
export function withField(fields: readonly string[], name: string, value: string): string[] {
  const at = fieldAt(fields, name)
  const field = `${name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())}: ${value}\r\n`
  return at < 0 ? [field, ...fields] : fields.with(at, field)
}

/** What each field says, by name, first one first. A field of one name may stand there a hundred thousand times. */
export function valuesByName(fields: readonly { key: string; value: string }[]): Map<string, string[]> {
  const values = new Map<string, string[]>()
  for (const { key, value } of fields) {
    const before = values.get(key)
    if (before) before.push(value)
    else values.set(key, [value])
  }
  return values
}
