import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { readFrame } from '#app/session/frame.server.ts'
import { StaffFrame } from '#app/session/staff-frame.tsx'
import { forStaff } from '#app/session/who-may.server.ts'
import { Tabs } from '#app/ui/tabs.tsx'
import { OPERATOR_ROLES } from './operator-roles.ts'

export const handle: PageHandle = { hydrate: true, title: 'switchboard:title' }

export const loader = forStaff(OPERATOR_ROLES, readFrame)

const PARTS = ['', '/transcripts', '/answers'] as const
const NAMES = { '': 'call', '/transcripts': 'transcripts', '/answers': 'answers' } as const

/** The operator's pages: taking a call, taking in what was recorded, giving answers back. */
export default function SwitchboardLayout() {
  const { t } = useTranslation('switchboard')
  const { pathname } = useLocation()
  const isAt = (part: (typeof PARTS)[number]) =>
    part === '' ? pathname === '/switchboard' : pathname.startsWith(`/switchboard${part}`)
  return (
    <StaffFrame door="switchboard" {...useLoaderData<typeof loader>()}>
      <Tabs
        label={t('parts.label')}
        tabs={PARTS.map((part) => ({
          to: `/switchboard${part}`,
          label: t(`parts.${NAMES[part]}`),
          current: isAt(part),
        }))}
      />
      <Outlet />
    </StaffFrame>
  )
}
