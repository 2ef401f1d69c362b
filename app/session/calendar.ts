import { forAnyone } from '#app/session/who-may.server.ts'
import { readCalendarFeed } from '#workflows/reading/calendar-feed.ts'

const FILE = /^(.+)\.ics$/

/**
 * An officer's dates for their calendar, which signs in nowhere: the address itself is the secret. One that leads
 * nowhere answers like any other.
 */
export const loader = forAnyone(async ({ house, params }) => {
  const text = await readCalendarFeed(house, FILE.exec(params.file ?? '')?.[1] ?? '')
  if (text === null) return new Response(null, { status: 404, headers: { 'Cache-Control': 'private, no-store' } })
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, no-cache',
      'Content-Disposition': 'attachment; filename="huiyin.ics"',
    },
  })
})
