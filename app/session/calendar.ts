import { forAnyone } from '#app/session/who-may.server.ts'
import { readCalendarFeed } from '#workflows/reading/calendar-feed.ts'

/**
 * An officer's dates for their calendar, which signs in nowhere. Its password comes in the Authorization header and never in
 * the address, because servers and proxies log addresses. A wrong one is answered like none.
 */
export const loader = forAnyone(async ({ house, request }) => {
  const text = await readCalendarFeed(house, passwordIn(request.headers.get('Authorization')))
  if (text === null)
    return new Response(null, {
      status: 401,
      headers: { 'WWW-Authenticate': 'Basic realm="huiyin", charset="UTF-8"', 'Cache-Control': 'private, no-store' },
    })
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, no-cache',
      'Content-Disposition': 'attachment; filename="huiyin.ics"',
    },
  })
})

/** The password of a login as RFC 7617 writes it; empty where there is none. */
function passwordIn(header: string | null): string {
  const [, credentials = ''] = /^Basic ([\w+/=-]{1,200})$/i.exec(header ?? '') ?? []
  const login = Buffer.from(credentials, 'base64').toString('utf8')
  return login.slice(login.indexOf(':') + 1)
}
