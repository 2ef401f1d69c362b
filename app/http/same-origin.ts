import type { IncomingMessage } from 'node:http'
import type { House } from '#workflows/house.ts'
import { openFormToken } from '#workflows/protection/form-token.ts'
import { cookieIn, cookieName } from './cookies.ts'
import { formPurpose } from './form-purpose.ts'

/** The cookies that give a request standing: an officer's, and a reporter's. */
const SESSIONS = ['staff', 'follow']

/** A form's own mark is its first field: it stands within so many bytes. */
const PEEK_BYTES = 8 * 1024

/**
 * Whether a request that changes something came from a page of ours: the browser says so itself, or, where it
 * says nothing, the form carries a mark we signed. The body is left as it was.
 */
export async function isFromOurPage(house: House, request: IncomingMessage): Promise<boolean> {
  const site = request.headers['sec-fetch-site']
  // `none`: the person did it, not a page (a form sent again from the address bar or after a restart): its mark tells
  if (site !== undefined && site !== 'none') return site === 'same-origin'
  const { origin } = request.headers
  if (origin !== undefined && origin !== 'null') return isOurOrigin(origin, house.settings.publicUrl, request)
  // a plain client that says nothing and carries no session has no standing that another page could borrow
  if (origin === undefined && !carriesSession(house, request)) return true
  const mark = markIn(await peek(request), request.headers['content-type'] ?? '')
  const purpose = formPurpose(house, request.headers.cookie ?? null)
  return mark !== null && openFormToken(house.keys, purpose, mark, house.clock.wall()) !== null
}

const carriesSession = ({ settings }: House, { headers }: IncomingMessage): boolean =>
  SESSIONS.some((name) => cookieIn(headers.cookie ?? null, cookieName(settings, name)) !== null)

const isOurOrigin = (origin: string, publicUrl: string, request: IncomingMessage): boolean =>
  origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === request.headers.host)

/** The value of the field `form` in the beginning of a body, url-encoded or multipart. */
function markIn(beginning: string, contentType: string): string | null {
  const pattern = contentType.startsWith('multipart/form-data')
    ? /name="form"\r\n\r\n([\w-]+)\r\n/
    : /(?:^|&)form=([\w-]+)(?:&|$)/
  return pattern.exec(beginning)?.[1] ?? null
}

async function peek(request: IncomingMessage): Promise<string> {
  const read: Buffer[] = []
  const length = () => read.reduce((sum, chunk) => sum + chunk.length, 0)
  while (length() < PEEK_BYTES && !request.readableEnded && !request.destroyed) {
    const chunk: Buffer | null = request.read()
    if (chunk) read.push(chunk)
    else if (request.complete || !(await moreToCome(request))) break
  }
  const beginning = Buffer.concat(read)
  if (beginning.length > 0) request.unshift(beginning)
  return beginning.subarray(0, PEEK_BYTES).toString('latin1')
}

/** False when the body ends before another byte. */
const moreToCome = (request: IncomingMessage): Promise<boolean> =>
  new Promise((resolve) => {
    const done = (more: boolean) => () => {
      request.off('readable', onReadable).off('end', onEnd).off('close', onEnd)
      resolve(more)
    }
    const onReadable = done(true)
    const onEnd = done(false)
    request.once('readable', onReadable).once('end', onEnd).once('close', onEnd)
  })
