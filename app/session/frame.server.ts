import { firstUnannouncedYear } from '#workflows/reading/announced-years.ts'
import { countUnreadNotices } from '#workflows/reading/notices.ts'
import type { StaffVisit } from './who-may.server.ts'

/**
 * What the frame of an officer's pages shows: who they are, how many notices they have not read, and how far the
 * holidays are known.
 */
export const readFrame = async ({ house, by, name }: StaffVisit) => ({
  name,
  roles: by.roles,
  unread: await countUnreadNotices(house, by),
  unannouncedFrom: await firstUnannouncedYear(house),
})
