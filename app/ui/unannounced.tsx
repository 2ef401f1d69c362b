import { createContext, useContext } from 'react'

/** The first year whose holidays nobody has announced yet; null where the page does not know. */
const UnannouncedFrom = createContext<number | null>(null)

export const AnnouncedUntil = UnannouncedFrom.Provider

/** Whether a day (`YYYY-MM-DD`) was counted Monday to Friday, for want of its year's holidays. */
export function useIsProvisional(day: string): boolean {
  const from = useContext(UnannouncedFrom)
  return from !== null && Number(day.slice(0, 4)) >= from
}
