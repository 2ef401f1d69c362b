import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { StaffFrame } from '#app/session/staff-frame.tsx'
import { forStaff } from '#app/session/who-may.server.ts'
import { DESK_ROLES } from './desk-roles.ts'

export const handle: PageHandle = { hydrate: true, title: 'desk:title' }

export const loader = forStaff(DESK_ROLES, async ({ by, name }) => ({ name, roles: by.roles }))

export default function DeskLayout() {
  return <StaffFrame door="desk" {...useLoaderData<typeof loader>()} />
}
