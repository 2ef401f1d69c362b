import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { readFrame } from '#app/session/frame.server.ts'
import { StaffFrame } from '#app/session/staff-frame.tsx'
import { forStaff } from '#app/session/who-may.server.ts'
import { OVERSIGHT_ROLES } from './oversight-roles.ts'

export const handle: PageHandle = { hydrate: true, title: 'oversight:title' }

export const loader = forStaff(OVERSIGHT_ROLES, readFrame)

export default function OversightLayout() {
  return <StaffFrame door="oversight" {...useLoaderData<typeof loader>()} />
}
