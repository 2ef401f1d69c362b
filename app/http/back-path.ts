const HERE = new URL('http://here.invalid')
/** An address that is still encoded after so many readings was made to mislead. */
const MOST_READINGS = 4

/**
 * A place on this site to go back to: a path of ours, or the start. What a browser, or a proxy that decodes first, would
 * read as another host is none: `//host`, `/\host`, `/.//host`, `/%2fhost`, `/<tab>/host`.
 */
export function backPath(text: unknown): string {
  if (typeof text !== 'string' || !text.startsWith('/') || !isHere(text)) return '/'
  const { pathname, search } = new URL(text, HERE)
  return staysHere(pathname) ? pathname + search : '/'
}

const isHere = (path: string) => URL.canParse(path, HERE) && new URL(path, HERE).origin === HERE.origin

/** Whether a path, and whatever it becomes when it is decoded once more, leads to this host. */
function staysHere(pathname: string): boolean {
  let read = pathname
  for (let times = 0; times < MOST_READINGS; times += 1) {
    if (!isHere(read)) return false
    const further = decoded(read)
    if (further === read) return true
    read = further
  }
  return false
}

/** What cannot be decoded stays as it is: half a letter leads nowhere else. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Where a form was sent from: what it says itself, else what the browser says, if that was here. */
export function cameFrom(request: Request, said: unknown): string {
  if (typeof said === 'string') return backPath(said)
  const referrer = request.headers.get('referer')
  if (!referrer || !URL.canParse(referrer)) return '/'
  const { host, pathname, search } = new URL(referrer)
  return host === new URL(request.url).host ? backPath(pathname + search) : '/'
}
