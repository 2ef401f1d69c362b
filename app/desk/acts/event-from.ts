import { type ActField, ACT_FIELDS, isDeskAct } from './act-fields.ts'

/**
 * The event a posted form asks for, built from the fields its act has and no others. It is still only what was said:
 * the engine parses it. An act this desk does not know comes back with an empty type.
 */
export function eventFrom(form: FormData): { type: string } & Record<string, unknown> {
  const type = form.get('act')
  if (typeof type !== 'string' || !isDeskAct(type)) return { type: '' }
  const event: { type: string } & Record<string, unknown> = { type }
  const track = form.get('track')
  if (typeof track === 'string' && track !== '') event.track = track
  for (const field of ACT_FIELDS[type]) {
    const said = saidIn(form, field)
    if (said !== undefined) put(event, field.name.split('.'), said)
  }
  // "no place" is a statement, not an omission
  if (type === 'classify' && event.place === undefined) event.place = null
  return event
}

function saidIn(form: FormData, { name, as }: ActField): unknown {
  const all = form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '')
  if (as === 'units' || as === 'tracks' || as === 'colleagues') return all
  const [said] = all
  return as === 'yesNo' && said !== undefined ? said === 'yes' : said
}

function put(target: Record<string, unknown>, [first = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    target[first] = value
    return
  }
  const inner = (target[first] ?? {}) as Record<string, unknown>
  target[first] = inner
  put(inner, rest, value)
}
