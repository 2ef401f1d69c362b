import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { readFrame } from '#app/session/frame.server.ts'
import { StaffFrame } from '#app/session/staff-frame.tsx'
import { forStaff } from '#app/session/who-may.server.ts'
import { HANDLING_ROLES } from './handling-roles.ts'

export const handle: PageHandle = { hydrate: true, title: 'handling:title' }

export const loader = forStaff(HANDLING_ROLES, readFrame)

export default function HandlingLayout() {
  return <StaffFrame door="handling" {...useLoaderData<typeof loader>()} />
}
