import type { TypedPerson } from '#workflows/settings-desk/person-faults.ts'

const text = (form: FormData, field: string) => {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}

/** The details of an account as a form sends them. */
export const personFrom = (form: FormData): TypedPerson & { login: string } => ({
  login: text(form, 'login'),
  name: text(form, 'name'),
  email: text(form, 'email'),
  mobile: text(form, 'mobile'),
  unit: text(form, 'unit'),
  roles: form.getAll('roles').filter((role) => typeof role === 'string'),
})

/** An absence as a form sends it. */
export const absenceFrom = (form: FormData) => ({
  deputy: text(form, 'deputy'),
  from: text(form, 'from'),
  until: text(form, 'until'),
})
