import { settledIn } from '#app/http/settled-in.ts'
import type { TypedNames } from '#workflows/reading/typed-names.ts'
import { type ActField, ACT_FIELDS, isDeskAct } from './act-fields.ts'

/** Between units named in one line. */
const BETWEEN = /[、,，;；\n]/

/**
 * The event a posted form asks for, built from the fields its act has and no others. It is still only what was said:
 * the engine parses it. An act this desk does not know comes back with an empty type.
 */
export function eventFrom(form: FormData, names: TypedNames): { type: string } & Record<string, unknown> {
  const type = form.get('act')
  if (typeof type !== 'string' || !isDeskAct(type)) return { type: '' }
  const event: { type: string } & Record<string, unknown> = { type }
  const track = form.get('track')
  if (typeof track === 'string' && track !== '') event.track = track
  for (const field of ACT_FIELDS[type]) {
    const said = saidIn(form, field, names)
    if (said !== undefined) put(event, field.name.split('.'), said)
  }
  if (type === 'note' && typeof event.text === 'string') {
    const mentions = names.people(event.text)
    if (mentions.length > 0) event.mentions = mentions
  }
  Object.assign(event, settledIn(form))
  // "no place" is a statement, not an omission
  if (type === 'classify' && event.place === undefined) event.place = null
  return event
}

function saidIn(form: FormData, { name, as }: ActField, names: TypedNames): unknown {
  const all = form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '')
  if (as === 'units') {
    const typed = all.flatMap((line) => line.split(BETWEEN)).filter((word) => word.trim() !== '')
    return [...new Set(typed.map(names.unit))]
  }
  if (as === 'tracks') return all
  const [said] = all
  if (as === 'unit') return said && names.unit(said)
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
