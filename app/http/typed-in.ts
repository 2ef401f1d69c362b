import type { House } from '#workflows/house.ts'
import { urlEncodedFields } from './form-charset.ts'
import { problem, problemThrown } from './problem.ts'

const SECRET = /password|oneTime/i
const OURS = new Set(['form'])

type TypedFields = [field: string, value: string][]

/** The fields of a sent form, to be carried by the page that answers. Files cannot be, and secrets are not. */
export async function typedIn(request: Request): Promise<TypedFields> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return []
  return carriedOf(urlEncodedFields(Buffer.from(await request.arrayBuffer())))
}

const carriedOf = (fields: URLSearchParams): TypedFields =>
  [...fields].filter(([field]) => !SECRET.test(field) && !OURS.has(field))

/**
 * Does what a form of a reporter asks. Where that fails through no fault of theirs, the page of the problem carries what
 * was typed and names the files to be chosen again.
 */
export async function carrying<Answer>(
  { log }: Pick<House, 'log'>,
  { fields, files }: { fields: URLSearchParams; files: string[] },
  act: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Response || problemThrown(error)) throw error
    log.error({ err: error }, 'a form could not be taken')
    // who is shown no code knows by this that nothing was received
    throw problem('503', { typed: carriedOf(fields), files })
  }
}
