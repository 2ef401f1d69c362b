import { forAnyone } from '#app/session/who-may.server.ts'
import { publicCheckpoints } from '#workflows/reading/public-checkpoints.ts'

/** The newest signed roots of the record, for anyone who wants to hold the office to them. */
export const loader = forAnyone(async ({ house }) => {
  const published = await publicCheckpoints(house)
  if (!published) return new Response('no checkpoints are made here\n', { status: 404 })
  return Response.json(published, { headers: { 'Cache-Control': 'public, max-age=3600' } })
})
