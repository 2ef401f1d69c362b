import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { readFrame } from '#app/session/frame.server.ts'
import { StaffFrame } from '#app/session/staff-frame.tsx'
import { forStaff } from '#app/session/who-may.server.ts'
import { NEWSROOM_ROLES } from './newsroom-roles.ts'

export const handle: PageHandle = { hydrate: true, title: 'newsroom:title' }

export const loader = forStaff(NEWSROOM_ROLES, readFrame)

export default function NewsroomLayout() {
  return <StaffFrame door="newsroom" {...useLoaderData<typeof loader>()} />
}
