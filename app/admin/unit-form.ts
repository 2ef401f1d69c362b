import type { HoursTyped } from '#workflows/notices/typed-hours.ts'
import type { UnitTyped } from '#workflows/settings-desk/units.ts'

/** The fields of a unit as a form sends them; what it does not ask for is empty. */
export function unitFrom(form: FormData): Record<keyof UnitTyped, string> {
  const text = textIn(form)
  return {
    code: text('code'),
    name: text('name'),
    kind: text('kind'),
    level: text('level'),
    territory_parent: text('territory_parent'),
    line_parent: text('line_parent'),
    line: text('line'),
    aliases: text('aliases'),
  }
}

/** Its office hours, the same. */
export function hoursFrom(form: FormData): HoursTyped {
  const text = textIn(form)
  return { opens: text('opens'), noon: text('noon'), afternoon: text('afternoon'), closes: text('closes') }
}

const textIn = (form: FormData) => (field: string) => {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}
