import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { readFrame } from '#app/session/frame.server.ts'
import { StaffFrame } from '#app/session/staff-frame.tsx'
import { forStaff } from '#app/session/who-may.server.ts'

export const handle: PageHandle = { hydrate: true, title: 'attention:title' }

export const loader = forStaff([], readFrame)

export default function AttentionLayout() {
  return <StaffFrame door="attention" {...useLoaderData<typeof loader>()} />
}
