import { forStaff } from '#app/session/who-may.server.ts'
import { leaveOpen, stayOpen } from '#workflows/presence/open-pages.ts'
import { DESK_ROLES } from './desk-roles.ts'

/** A case page says now and then that it is open, and hears who else has it open; on leaving it says so. No page of its own. */
export const action = forStaff(DESK_ROLES, async ({ house, by, params, request }) => {
  const id = params.id ?? ''
  const left = (await request.formData()).get('left') !== null
  if (left) await leaveOpen(house, by, id)
  return Response.json(left ? [] : await stayOpen(house, by, id), { headers: { 'Cache-Control': 'no-store' } })
})
