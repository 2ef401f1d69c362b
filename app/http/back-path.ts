/** A place on this site to go back to: a path of ours, or the start. Never another host (`//host`, `/\host`). */
export function backPath(text: unknown): string {
  if (typeof text !== 'string' || !/^\/(?![/\\])/.test(text)) return '/'
  const here = new URL('http://here.invalid')
  const there = URL.canParse(text, here) ? new URL(text, here) : here
  return there.origin === here.origin ? there.pathname + there.search : '/'
}

/** Where a form was sent from: what it says itself, else what the browser says, if that was here. */
export function cameFrom(request: Request, said: unknown): string {
  if (typeof said === 'string') return backPath(said)
  const referrer = request.headers.get('referer')
  if (!referrer || !URL.canParse(referrer)) return '/'
  const { host, pathname, search } = new URL(referrer)
  return host === new URL(request.url).host ? backPath(pathname + search) : '/'
}
