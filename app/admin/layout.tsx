import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { readFrame } from '#app/session/frame.server.ts'
import { StaffFrame } from '#app/session/staff-frame.tsx'
import { forStaff } from '#app/session/who-may.server.ts'
import { Tabs } from '#app/ui/tabs.tsx'
import { ADMIN_ROLES } from './admin-roles.ts'

export const handle: PageHandle = { hydrate: true, title: 'admin:title' }

export const loader = forStaff(ADMIN_ROLES, readFrame)

const PARTS = [
  'units',
  'people',
  'requests',
  'mail-domains',
  'kinds',
  'dates',
  'holidays',
  'look-backs',
  'templates',
  'imports',
  'record',
] as const

/** The administrator's pages, and the way from one to the other. */
export default function AdminLayout() {
  const { t } = useTranslation('admin')
  const { pathname } = useLocation()
  return (
    <StaffFrame door="admin" {...useLoaderData<typeof loader>()}>
      <Tabs
        label={t('parts.label')}
        tabs={PARTS.map((part) => ({
          to: `/admin/${part}`,
          label: t(`parts.${part}`),
          current: pathname.startsWith(`/admin/${part}`),
        }))}
      />
      <Outlet />
    </StaffFrame>
  )
}
