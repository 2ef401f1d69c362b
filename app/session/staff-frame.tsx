import { Outlet } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StaffLayout } from '#app/ui/staff-layout.tsx'
import { AnnouncedUntil } from '#app/ui/unannounced.tsx'
import type { Role } from '#workflows/roles/roles.ts'
import { ATTENTION_KEYS, DOOR_KEYS, doorsOf, firstDoor, type StaffDoor } from './staff-doors.ts'

type StaffFrameProps = {
  door: StaffDoor | 'attention' | null
  name: string
  roles: readonly Role[]
  /** how many notices the officer has not read */
  unread: number
  /** the first year whose holidays are not announced: every date that reaches it says so */
  unannouncedFrom: number
  children?: ReactNode
}

/** The frame around every page behind one door of the officers: the doors they may go through, who they are. */
export function StaffFrame({ door, name, roles, unread, unannouncedFrom, children = <Outlet /> }: StaffFrameProps) {
  const { t, i18n } = useTranslation('session')
  const separator = i18n.language === 'en' ? ', ' : '、'
  const attention = {
    to: '/attention',
    label: t('doors.attention'),
    keys: ATTENTION_KEYS,
    current: door === 'attention',
    count: unread,
    counts: t('unread'),
  }
  const others = doorsOf(roles).map((each) => ({
    to: `/${each}`,
    label: t(`doors.${each}`),
    keys: DOOR_KEYS[each],
    current: each === door,
  }))
  return (
    <StaffLayout
      doors={[attention, ...others]}
      home={firstDoor(roles)}
      who={{ name, duties: roles.map((role) => t(`roles.${role}`)).join(separator) }}
    >
      <AnnouncedUntil value={unannouncedFrom}>{children}</AnnouncedUntil>
    </StaffLayout>
  )
}
