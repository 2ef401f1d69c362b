import { redirect } from '@remix-run/node'
import { signOut } from '#workflows/settings-desk/sign-in.ts'
import { noStaffCookie, staffToken } from './staff-session.server.ts'
import { forAnyone } from './who-may.server.ts'

export const loader = forAnyone(async () => redirect('/', 303))

/** Ends the session on the server, wherever its cookie may still be. */
export const action = forAnyone(async ({ house, request, setCookie }) => {
  const token = staffToken(house, request)
  if (token) await signOut(house, token)
  setCookie(noStaffCookie(house))
  return redirect('/sign-in', 303)
})
