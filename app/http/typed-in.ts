const SECRET = /password|oneTime/i
const OURS = new Set(['form'])

/** The fields of a sent form, to be carried by the page that answers. Files cannot be, and secrets are not. */
export async function typedIn(request: Request): Promise<[field: string, value: string][]> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return []
  const fields = new URLSearchParams(await request.text())
  return [...fields].filter(([field]) => !SECRET.test(field) && !OURS.has(field))
}
