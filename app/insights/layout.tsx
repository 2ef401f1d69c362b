import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { readFrame } from '#app/session/frame.server.ts'
import { StaffFrame } from '#app/session/staff-frame.tsx'
import { forStaff } from '#app/session/who-may.server.ts'
import { Tabs } from '#app/ui/tabs.tsx'
import { INSIGHTS_ROLES } from './insights-roles.ts'

export const handle: PageHandle = { hydrate: true, title: 'insights:title' }

export const loader = forStaff(INSIGHTS_ROLES, readFrame)

const PARTS = ['record', 'looks', 'proof', 'settings'] as const

/** Figures for whoever leads; for the auditor the record, the looks, the proof and what administrators changed. */
export default function InsightsLayout() {
  const { t } = useTranslation('insights')
  const { pathname } = useLocation()
  const who = useLoaderData<typeof loader>()
  const figures = { to: '/insights', label: t('parts.figures'), current: pathname === '/insights' }
  const parts = PARTS.map((part) => ({
    to: `/insights/${part}`,
    label: t(`parts.${part}`),
    current: pathname.startsWith(`/insights/${part}`),
  }))
  return (
    <StaffFrame door="insights" {...who}>
      {who.roles.includes('auditor') && <Tabs label={t('parts.label')} tabs={[figures, ...parts]} />}
      <Outlet />
    </StaffFrame>
  )
}
