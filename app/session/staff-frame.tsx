import { Outlet } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StaffLayout } from '#app/ui/staff-layout.tsx'
import type { Role } from '#workflows/roles/roles.ts'
import { DOOR_KEYS, doorsOf, type StaffDoor } from './staff-doors.ts'

type StaffFrameProps = { door: StaffDoor | null; name: string; roles: readonly Role[]; children?: ReactNode }

/** The frame around every page behind one door of the officers: the doors they may go through, who they are. */
export function StaffFrame({ door, name, roles, children = <Outlet /> }: StaffFrameProps) {
  const { t, i18n } = useTranslation('session')
  const separator = i18n.language === 'en' ? ', ' : '、'
  return (
    <StaffLayout
      doors={doorsOf(roles).map((each) => ({
        to: `/${each}`,
        label: t(`doors.${each}`),
        keys: DOOR_KEYS[each],
        current: each === door,
      }))}
      who={{ name, duties: roles.map((role) => t(`roles.${role}`)).join(separator) }}
    >
      {children}
    </StaffLayout>
  )
}
