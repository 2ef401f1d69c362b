import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { doorsOf } from '#app/session/staff-doors.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { StaffLayout } from '#app/ui/staff-layout.tsx'
import { DESK_ROLES } from './desk-roles.ts'

export const handle: PageHandle = { hydrate: true, title: 'desk:title' }

export const loader = forStaff(DESK_ROLES, async ({ by, name }) => ({
  name,
  roles: by.roles,
  doors: [...new Set(['desk' as const, ...doorsOf(by.roles)])],
}))

export default function DeskLayout() {
  const { t } = useTranslation('session')
  const { name, roles, doors } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const duties = roles.map((role) => t(`roles.${role}`)).join('、')
  return (
    <StaffLayout
      doors={doors.map((door) => ({
        to: `/${door}`,
        label: t(`doors.${door}`),
        current: pathname.startsWith(`/${door}`),
      }))}
      who={{ name, duties }}
    >
      <Outlet />
    </StaffLayout>
  )
}
