/** What was typed, field by field: a page gives it back to its form when an act was refused. */
export type FormValues = Record<string, string[]>

/** Fields the page puts into a form itself, anew each time. */
const OURS = new Set(['form', 'request', 'seen'])

/** Every text a form holds; files stay with the browser. */
export function valuesOf(form: FormData | URLSearchParams): FormValues {
  const values: FormValues = {}
  for (const [field, value] of form.entries()) {
    if (OURS.has(field) || typeof value !== 'string') continue
    values[field] = [...(values[field] ?? []), value]
  }
  return values
}

/** The text typed into `field`; undefined where there was none, or nothing was refused. */
export const typedInto = (values: FormValues | undefined, field: string): string | undefined => values?.[field]?.[0]

/** What `step` wants to know of the form besides the act: the revision it was drawn from and its own id. */
export function askedBy(form: FormData | URLSearchParams): { seen?: number; request?: string } {
  const seen = form.get('seen')
  const request = form.get('request')
  return {
    ...(typeof seen === 'string' && /^\d{1,9}$/.test(seen) ? { seen: Number(seen) } : {}),
    ...(typeof request === 'string' && /^[\w:-]{8,80}$/.test(request) ? { request } : {}),
  }
}
